// The settings of a project's text as rows of the field inspector.

#include "bytes/format.h"
#include "panels/panels.h"
#include "session/setting_edits.h"

namespace groovebench::app {
namespace {

void setting_row(Session& session, const octatrack::Project& text, const octatrack::Setting& setting) {
    const std::string name = octatrack::path_of(setting), now = octatrack::shown(text, setting), id = "setting-" + name;
    const auto value = octatrack::number(text, setting);
    ui::line(24);
    ui::text(name, setting.field.evidence <= Evidence::tool ? ui::Tone::soft : ui::Tone::faint, ui::Face::body, ui::px(150));
    ui::tooltip(fmt::format("{}\n{} · {}", setting.field.note, word(setting.field.evidence), setting.key));
    ui::at_column(160);
    if (!value || !octatrack::editable(setting)) return ui::text(now, ui::Tone::faint, ui::Face::mono, ui::width_left());
    if (setting.field.kind == Kind::choice) {
        std::vector<const char*> words;
        int current = -1;
        for (const Word& word : setting.field.words) {
            if (word.value == *value) current = int(words.size());
            words.push_back(word.word.data());
        }
        if (const auto edit = ui::choice(("value###" + id).c_str(), words, current, {.shown = now, .bare = true}))
            change_setting(session, setting, setting.field.words[std::size_t(edit.value)].value);
        return;
    }
    const auto edit = ui::number_field(
        ("value###" + id).c_str(),
        {.value = int(*value), .low = int(setting.field.min), .high = int(setting.field.max), .shown = now}, 0, true);
    if (edit.begun) session.document.begin_gesture();
    if (edit.changed) change_setting(session, setting, edit.value);
    if (edit.ended || edit.cancelled) session.document.end_gesture();
}

}  // namespace

void setting_rows(Session& session) {
    const octatrack::Project* text = session.project.text();
    if (!text) return;
    ui::heading("project");
    for (const octatrack::Setting& setting : octatrack::settings()) {
        if (!session.views.field_filter.empty() &&
            octatrack::path_of(setting).find(session.views.field_filter) == std::string::npos)
            continue;
        setting_row(session, *text, setting);
        text = session.project.text();  // an edit has moved its lines
        if (!text) return;
    }
}

}  // namespace groovebench::app
