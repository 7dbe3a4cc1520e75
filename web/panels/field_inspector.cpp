// Every field of what is selected, drawn from the format's table: name, value in the machine's unit, note,
// evidence, bytes. Editable where the reference allows it; what nobody has proved is dimmed and only kept.
#include <imgui.h>

#include "bytes/format.h"
#include "octatrack/bank.h"
#include "octatrack/markers.h"
#include "panels/commands.h"
#include "panels/field_value.h"
#include "panels/panels.h"
#include "schema/values.h"
#include "session/file_edits.h"

namespace groovebench::app {
namespace {

// A record of an open file that is shown.
struct Shown {
    std::string title, path;
    const Schema& schema;
    std::size_t at;
};

std::size_t offset_of(const Session& session, const std::string& path, const void* record) {
    return std::size_t(static_cast<const std::byte*>(record) - session.document.bytes(path).data());
}

std::vector<Shown> shown_records(const Session& session) {
    using namespace octatrack;
    std::vector<Shown> records;
    const Selection& at = session.selection;
    auto add = [&](std::string title, const std::string& path, const Schema& table, const void* record) {
        records.push_back({std::move(title), path, table, offset_of(session, path, record)});
    };
    if (at.view == View::slots && at.slot && session.project.markers())
        add("markers of the slot", session.project.markers_path(), schema<SlotMarkers>,
            &markers_of(*session.project.markers(), *at.slot));
    const Pattern* pattern = session.project.pattern(at.bank, at.pattern);
    if (at.view != View::pattern || !pattern) return records;
    const std::string& path = session.project.bank_path(at.bank);
    if (const int step = at.first_step(); step >= 0) {
        if (at.midi())
            add("locks of the step", path, schema<MidiLock>, &pattern->midi_tracks[at.track()].locks[step]);
        else
            add("locks of the step", path, schema<AudioLock>, &pattern->audio_tracks[at.track()].locks[step]);
    }
    if (at.midi())
        add("track", path, schema<MidiTrack>, &pattern->midi_tracks[at.track()]);
    else
        add("track", path, schema<AudioTrack>, &pattern->audio_tracks[at.track()]);
    add("pattern", path, schema<PatternTail>, &pattern->tail);
    const Part& part = *session.project.part_of(at.bank, at.pattern);
    const int track = at.track();
    if (at.midi()) {
        add("part: page 1", path, schema<MidiPage>, &part.midi[track]);
        add("part: page 2", path, schema<MidiSetup>, &part.midi_setup[track]);
        return records;
    }
    add("part: levels", path, schema<LevelPair>, &part.levels[track]);
    add("part: SRC", path, schema<SourcePage>, &part.source[track]);
    add("part: SRC setup", path, schema<SourceSetup>, &part.source_setup[track]);
    add("part: LFO, AMP, FX", path, schema<MainPage>, &part.pages[track]);
    add("part: LFO, AMP, FX setup", path, schema<SetupPage>, &part.setup[track]);
    add("part: slots", path, schema<SlotNumbers>, &part.slots[track]);
    add("part: recorder", path, schema<RecorderSetup>, &part.recorders[track]);
    return records;
}

std::string about(const Field& field, const Shown& record, std::size_t offset, ByteView file) {
    std::string bytes;
    for (std::size_t i = 0; i < field.size && i < 8; i++)
        fmt::format_to(std::back_inserter(bytes), " {:02X}", u8(file[offset + i]));
    return fmt::format("{}\n{} · {} at 0x{:X}:{}{}", field.note, word(field.evidence),
                       record.path.substr(record.path.rfind('/') + 1), offset, bytes, field.size > 8 ? " …" : "");
}

void put(Session& session, const Shown& record, const Place& place, i64 value) {
    const Bytes bytes = encoded(place, session.document.bytes(record.path), value);
    const std::string label = fmt::format("{} {}", record.title, place.field->name);
    put_field(session, record.path, place, bytes, label);
}

// Rows far out of sight only take their room: a part has a thousand of them. Those just outside are there for the
// keyboard to move to.
bool out_of_sight() {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float margin = ui::px(200), height = ui::px(24);
    if (ImGui::IsRectVisible({at.x, at.y - margin}, {at.x + 1, at.y + height + margin})) return false;
    ImGui::Dummy({1, height});
    return true;
}

void field_row(Session& session, const Shown& record, const Field& field, std::size_t offset, const std::string& name) {
    if (out_of_sight()) return;
    const ByteView file = session.document.bytes(record.path);
    const groovebench::Place place{&field, offset};
    const bool can = editable(field) && field.kind != Kind::flags && field.kind != Kind::text;
    ui::line(24);
    ui::text(name, field.evidence <= Evidence::tool ? ui::Tone::soft : ui::Tone::faint, ui::Face::body, ui::px(130));
    if (ImGui::IsItemHovered()) ui::tooltip(about(field, record, offset, file));
    ui::at_column(140);
    if (!can) return ui::text(shown(place, file), ui::Tone::faint, ui::Face::mono, ui::width_left());
    const std::string id = fmt::format("field-{}-{}", record.title, name);
    field_value(session, {.field = field, .value = number(place, file), .shown = shown(place, file), .name = id},
                [&](i64 value) { put(session, record, place, value); });
    if (field.kind == Kind::choice || word(field.unit).empty()) return;
    ui::same(6);
    ui::text(word(field.unit), ui::Tone::faint, ui::Face::small);
}

bool wanted(const std::string& name, const std::string& filter) { return filter.empty() || name.find(filter) != name.npos; }

void record_rows(Session& session, const Shown& record, const Schema& table, std::size_t at, const std::string& prefix) {
    for (const Field& field : table.fields) {
        const std::string name = prefix + std::string(field.name);
        if (field.count >= 64) {
            if (wanted(name, session.views.field_filter)) {
                ui::line(24);
                ui::text(name, ui::Tone::faint);
                ui::at_column(140);
                ui::text(fmt::format("{} × {}: select a step", field.count, field.record ? field.record->name : field.name),
                         ui::Tone::faint, ui::Face::small);
            }
            continue;
        }
        for (u32 i = 0; i < field.count; i++) {
            const std::string one = field.is_array ? fmt::format("{}[{}]", name, i + 1) : name;
            const std::size_t offset = at + field.offset + std::size_t(i) * field.size;
            if (field.record)
                record_rows(session, record, *field.record, offset, one + ".");
            else if (wanted(one, session.views.field_filter))
                field_row(session, record, field, offset, one);
        }
    }
}

}  // namespace

void field_inspector(Session& session) {
    ui::line(28);
    ui::text("Every field", ui::Tone::text, ui::Face::bold);
    ui::from_right(ui::button_width("Close"));
    if (ui::button("Close###close-fields", {.kind = ui::Kind::flat, .small = true})) run_command(session, "fields");
    ui::search_box("Find a field###field-filter", session.views.field_filter, "find a field");
    if (ui::begin_scroll("fields")) {
        if (session.selection.view == View::project) setting_rows(session);
        for (const Shown& record : shown_records(session)) {
            ui::heading(record.title);
            record_rows(session, record, record.schema, record.at, "");
        }
    }
    ui::end_scroll();
}

}  // namespace groovebench::app
