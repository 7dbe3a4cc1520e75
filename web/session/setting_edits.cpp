#include "session/setting_edits.h"

#include "bytes/format.h"

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

}  // namespace groovebench::app
