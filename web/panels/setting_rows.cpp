// The settings of a project's text as rows of the field inspector.

#include "bytes/format.h"
#include "panels/field_value.h"
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
    field_value(session, {.field = setting.field, .value = *value, .shown = now, .name = id},
                [&](i64 wanted) { change_setting(session, setting, wanted); });
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
