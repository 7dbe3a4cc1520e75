#include "session/preflight.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "session/session.h"
#include "text/latin1.h"

namespace groovebench::app {
namespace {

Bytes copy_of(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

// "set the tempo to 120 BPM · p01 · 7"
std::string label_of(const FindingTold& finding) {
    std::string label = finding.offer;
    if (label[0] >= 'A' && label[0] <= 'Z') label[0] = char(label[0] + 32);
    if (finding.member.empty()) return label;
    return fmt::format("{} · {}", label, shown_name(finding.member));
}

}  // namespace

bool Preflight::possible() const {
    const std::string name = text::folded(session.card.name);
    return session.card.kind == "zip" && (name.ends_with(".ppak") || name.ends_with(".pak") || name.ends_with(".tar"));
}

void Preflight::forget() {
    run++;
    found.clear(), words.clear(), now.clear(), found_at.clear();
    looked = false, now_at = 0, under_way = UnderWay::nothing;
}

const Preflight::State& Preflight::state() {
    if (now_at == session.document.revision()) return now;
    now_at = session.document.revision();
    now.clear();
    for (const std::string& path : session.document.changed_paths()) now.emplace_back(path, session.document.file_revision(path));
    return now;
}

bool Preflight::current() { return looked && found_at == state(); }

std::size_t Preflight::errors() const { return std::size_t(std::ranges::count(found, Severity::error, &FindingTold::severity)); }

ArchiveOrder Preflight::order() const {
    ArchiveOrder wanted{.name = session.card.name};
    for (const std::string& path : session.document.changed_paths()) {
        wanted.edits.push_back({path, {}});
        if (session.document.is_open(path)) wanted.edits.back().size = session.document.bytes(path).size();
    }
    return wanted;
}

Bytes Preflight::edited() const {
    Bytes all;
    for (const std::string& path : session.document.changed_paths()) {
        const ByteView bytes = session.document.bytes(path);
        all.insert(all.end(), bytes.begin(), bytes.end());
    }
    return all;
}

void Preflight::look() {
    const bool asked_before = looked || !words.empty();
    if (!possible() || under_way != UnderWay::nothing || session.document.in_gesture()) return;
    if (asked_before && found_at == state()) return;
    under_way = UnderWay::look;
    session.requests.ask("preflight", {}, json_of(order()), edited(), [this, at = state(), mine = run](Answer& answer) {
        if (mine == run) looked_at(answer, at);
    });
}

void Preflight::looked_at(Answer& answer, State at) {
    under_way = UnderWay::nothing;
    found_at = std::move(at);
    auto told = answer.ok ? preflight_told(answer.json) : std::nullopt;
    looked = told.has_value();
    words = answer.message;
    if (answer.ok && !told) words = "What the workshop found could not be read.";
    found = told ? *std::move(told) : std::vector<FindingTold>();
    if (!current()) return;
    session.requests.say("preflighted", {}, nlohmann::ordered_json{{"errors", errors()}}.dump());
}

void Preflight::show(const FindingTold& finding) {
    if (finding.member.empty()) return;
    session.show_file(finding.member);
    if (!finding.path.empty()) session.show_field(finding.path);
}

void Preflight::mend(const FindingTold& finding) {
    if (!current() || finding.offer.empty() || under_way != UnderWay::nothing) return;
    session.document.finish();
    under_way = UnderWay::mend;
    ArchiveOrder wanted = order();
    wanted.wanted = finding.mend;
    session.requests.ask("mend", {}, json_of(wanted), edited(),
                         [this, at = state(), label = label_of(finding), mine = run](Answer& answer) {
                             if (mine == run) mended(answer, at, label);
                         });
}

void Preflight::mended(Answer& answer, const State& at, const std::string& label) {
    under_way = UnderWay::nothing;
    if (!answer.ok) return session.say(answer.message, true);
    const auto told = mend_told(answer.json);
    if (!told) return session.say("What the workshop mended could not be read.", true);
    if (at != state()) return session.say("The archive was edited meanwhile; nothing was mended.", true);
    const bool done = told->changes.empty() ? put_note(told->note, label) : put(*told, answer.bytes, label);
    if (!done) return session.say(session.document.take_refusal(), true);
    session.say("Done: " + label);
}

bool Preflight::put(const MendTold& told, ByteView bytes, const std::string& label) {
    card::Document& document = session.document;
    struct Part {
        const MendTold::Change* change;
        ByteView was, is;
    };
    std::vector<Part> parts;
    for (const MendTold::Change& one : told.changes) {
        const auto take = [&](const auto& side) {
            const ByteView part = bytes.first(std::min(side ? side->size : 0, bytes.size()));
            bytes = bytes.subspan(part.size());
            return part;
        };
        const ByteView was = take(one.was), is = take(one.is);
        parts.push_back({&one, was, is});
        if (one.was && !document.is_open(one.was->path)) session.files.take(one.was->path, copy_of(was));
    }
    bool done = true;
    card::Group group(document, label);
    for (const auto& [change, was, is] : parts) {
        if (!change->was)
            done = done && document.add_file(change->is->path, copy_of(is), label);
        else if (!change->is)
            done = done && document.remove_file(change->was->path, label);
        else
            done = done && document.rename_file(change->was->path, change->is->path, label) &&
                   document.replace(change->is->path, is, label);
    }
    return done;
}

// What changes no member is done when the archive is packed: the document keeps it as a note until then.
bool Preflight::put_note(const std::string& note, const std::string& label) {
    card::Document& document = session.document;
    const std::string path(archive_notes);
    if (note.empty()) return session.say("There was nothing to mend."), true;
    if (!document.is_open(path)) return document.add_file(path, copy_of(bytes_of(note)), label);
    const std::string lines = std::string(text_of(document.bytes(path))) + "\n" + note;
    return document.replace(path, bytes_of(lines), label);
}

}  // namespace groovebench::app
