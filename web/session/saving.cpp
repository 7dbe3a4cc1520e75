#include "session/saving.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "card/save_plan.h"
#include "session/checks.h"

namespace groovebench::app {
namespace {

using json = nlohmann::ordered_json;

json change_groups(const std::vector<card::ChangeLines>& groups) {
    json all = json::array();
    for (const card::ChangeLines& group : groups) all.push_back({{"heading", group.heading}, {"lines", group.lines}});
    return all;
}

std::vector<card::ChangeLines> words_of(const Session& session, std::string_view path) {
    std::vector<card::ChangeLines> lines;
    for (auto& group : session.changes_in(std::string(path))) lines.push_back({std::move(group.heading), std::move(group.lines)});
    return lines;
}

}  // namespace

std::string save_plan(Session& session, bool with_stored) {
    session.document.finish();
    session.plan =
        card::save_plan(session.document, session.tree,
                        {.writable = session.card.writable, .with_stored = with_stored, .words = [&](std::string_view path) {
                             return words_of(session, path);
                         }});
    const card::SavePlan& plan = session.plan;
    for (const std::string& path : plan.to_read) session.files.want(path);
    json steps = json::array();
    for (const card::SaveStep& step : plan.steps)
        steps.push_back({{"action", card::word(step.action)},
                         {"path", step.path},
                         {"round", step.round},
                         {"size", step.size},
                         {"differing", step.differing},
                         {"note", step.note}});
    json blocked = plan.blocked;
    json all{{"card", plan.card},
             {"title", plan.title},
             {"where", plan.where},
             {"writable", plan.writable},
             {"blocked", blocked},
             {"waiting", plan.to_read.size()},
             {"changes", change_groups(plan.changes)},
             {"steps", steps}};
    if (session.archive.is_open()) session.preflight.look();  // the page is told when that is done later
    if (session.archive.is_open() && session.preflight.current()) all["errors"] = session.preflight.errors();
    return all.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace);
}

Bytes planned(const Session& session, std::string_view path) {
    const auto step = std::ranges::find(session.plan.steps, path, &card::SaveStep::path);
    return step == session.plan.steps.end() ? Bytes() : card::planned_bytes(session.document, *step);
}

std::optional<Bytes> original_bytes(const Session& session, std::string_view path) {
    if (!session.document.is_on_card(path)) return {};
    const ByteView bytes = session.document.on_card(path);
    return Bytes(bytes.begin(), bytes.end());
}

std::string verify(std::string_view path, ByteView bytes) {
    json sentences = json::array();
    const FileKind kind = kind_of(path);
    auto problem = refusal(kind, bytes);
    if (!problem) problem = wrong_sum(kind, bytes);
    if (problem) {
        problem->file = path;
        sentences.push_back(sentence(*problem));
    }
    return sentences.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace);
}

}  // namespace groovebench::app
