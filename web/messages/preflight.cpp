#include "messages/preflight.h"

#include <algorithm>

#include "messages/take.h"
#include "messages/take_stretches.h"

namespace groovebench::app {
namespace {

using namespace taking;

json wanted_json(const ArchiveOrder::Wanted& wanted) {
    return {{"mend", wanted.mend}, {"member", wanted.member}, {"path", wanted.path}, {"at", wanted.offset}};
}
ArchiveOrder::Wanted wanted_of(const json& data) {
    ArchiveOrder::Wanted wanted;
    take(data, "mend", wanted.mend), take(data, "member", wanted.member), take(data, "path", wanted.path);
    if (data.is_object() && data.contains("at") && data["at"].is_number_integer()) wanted.offset = data["at"];
    return wanted;
}

json side_json(const std::optional<MendTold::Side>& side) {
    return side ? json{{"path", side->path}, {"size", side->size}} : json(nullptr);
}
std::optional<MendTold::Side> side_of(const json& data, const char* key) {
    if (!data.is_object() || !data.contains(key) || !data[key].is_object()) return {};
    MendTold::Side side;
    take(data[key], "path", side.path), take(data[key], "size", side.size);
    return side;
}

}  // namespace

std::string json_of(const ArchiveOrder& order) {
    json edits = json::array();
    for (const ArchiveOrder::Edit& one : order.edits) {
        edits.push_back({{"path", one.path}});
        if (one.size) edits.back()["size"] = *one.size;
    }
    json data{{"name", order.name}, {"edits", std::move(edits)}};
    if (order.wanted) data["wanted"] = wanted_json(*order.wanted);
    if (!order.stretches.empty()) data["stretches"] = stretches_json(order.stretches);
    return text_of(data);
}

std::optional<ArchiveOrder> archive_order(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    ArchiveOrder order;
    take(data, "name", order.name);
    for (const json& one : list(data, "edits")) {
        ArchiveOrder::Edit edit;
        take(one, "path", edit.path), take(one, "size", edit.size);
        order.edits.push_back(std::move(edit));
    }
    if (data.contains("wanted")) order.wanted = wanted_of(data["wanted"]);
    order.stretches = stretches_of(data);
    return order;
}

std::string json_of(const std::vector<FindingTold>& findings) {
    json all = json::array();
    for (const FindingTold& one : findings)
        all.push_back({{"severity", u8(one.severity)},
                       {"place", one.place},
                       {"words", one.words},
                       {"member", one.member},
                       {"path", one.path},
                       {"offer", one.offer},
                       {"mend", wanted_json(one.mend)}});
    return text_of({{"findings", std::move(all)}});
}

std::optional<std::vector<FindingTold>> preflight_told(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object() || !data.contains("findings")) return {};
    std::vector<FindingTold> findings;
    for (const json& one : list(data, "findings")) {
        FindingTold finding;
        int severity = 0;
        take(one, "severity", severity), take(one, "place", finding.place), take(one, "words", finding.words);
        take(one, "member", finding.member), take(one, "path", finding.path), take(one, "offer", finding.offer);
        finding.severity = Severity(std::clamp(severity, 0, int(Severity::note)));
        if (one.is_object() && one.contains("mend")) finding.mend = wanted_of(one["mend"]);
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::string json_of(const MendTold& told) {
    json changes = json::array();
    for (const MendTold::Change& one : told.changes) changes.push_back({{"was", side_json(one.was)}, {"is", side_json(one.is)}});
    return text_of({{"changes", std::move(changes)}, {"note", told.note}});
}

std::optional<MendTold> mend_told(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object() || !data.contains("changes")) return {};
    MendTold told;
    take(data, "note", told.note);
    for (const json& one : list(data, "changes")) told.changes.push_back({side_of(one, "was"), side_of(one, "is")});
    return told;
}

}  // namespace groovebench::app
