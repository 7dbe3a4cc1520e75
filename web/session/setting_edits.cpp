#include "session/setting_edits.h"

#include "bytes/format.h"
#include "session/edits.h"

namespace groovebench::app {
namespace {

void splice(Session& session, const Result<text::Splice>& change, const std::string& label) {
    if (!change) return session.say(sentence(change.problem()), true);
    const text::Splice& at = *change;
    if (!session.document.splice(session.project.text_path(), at.offset, at.before.size(), at.after, label))
        session.say(session.document.take_refusal(), true);
}

}  // namespace

void change_setting(Session& session, const octatrack::Setting& setting, i64 value) {
    if (const octatrack::Project* text = session.project.text())
        splice(session, octatrack::change_setting(*text, setting, value), fmt::format("project {}", setting.field.name));
}

void change_attribute(Session& session, octatrack::SlotRef slot, octatrack::Attribute attribute, i64 value) {
    const octatrack::Project* text = session.project.text();
    const octatrack::SampleBlock* block = text ? octatrack::find_sample(*text, slot) : nullptr;
    if (block)
        splice(session, octatrack::change_attribute(*text, *block, attribute, value),
               fmt::format("{} {}", octatrack::label(slot), octatrack::attribute_field(attribute).name));
}

void clear_slot(Session& session, octatrack::SlotRef slot) {
    const octatrack::Project* text = session.project.text();
    if (!text || !octatrack::find_sample(*text, slot)) return;
    const std::string label = fmt::format("{}: clear", octatrack::label(slot));
    card::Group group(session.document, label);
    splice(session, octatrack::clear_slot(*text, slot), label);
    const octatrack::Markers* markers = session.project.markers();
    if (!markers) return;
    const auto& record = octatrack::markers_of(*markers, slot);
    const auto empty = [](octatrack::SlotMarkers& copy) { copy = octatrack::SlotMarkers{}; };
    if (!change(session.document, session.project.markers_path(), record, label, empty))
        session.say(session.document.take_refusal(), true);
}

}  // namespace groovebench::app
