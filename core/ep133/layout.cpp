#include "ep133/layout.h"

#include <algorithm>

#include "bytes/format.h"
#include "ep133/fx_settings.h"
#include "ep133/pad.h"
#include "ep133/scenes.h"
#include "ep133/settings.h"
#include "ep133/sound.h"

namespace groovebench::ep133 {
namespace {

constexpr const Schema* pad_schemas[] = {&schema<Pad26>, &schema<Pad27>, &schema<Pad29>};
constexpr const Schema* scenes_schemas[] = {&schema<Scenes612>, &schema<Scenes712>};
constexpr const Schema* settings_schemas[] = {&schema<Settings220>, &schema<Settings222>, &schema<Settings224>};
constexpr const Schema* fx_schemas[] = {&schema<FxSettings144>, &schema<FxSettings160>};
constexpr const Schema* pattern_schemas[] = {&schema<PatternHeader>, &schema<PatternHeader6>};

template <class Record>
constexpr Field records(std::string_view name, std::string_view note, Evidence evidence, bool is_array = true) {
    Field field;
    field.name = name, field.note = note, field.evidence = evidence;
    field.kind = Kind::record, field.record = &schema<Record>, field.size = sizeof(Record), field.is_array = is_array;
    return field;
}
constexpr Field tail_field() {
    Field field;
    field.name = "tail", field.note = "of a layout longer than those we know";
    field.evidence = Evidence::unknown, field.kind = Kind::unknown, field.size = 1;
    return field;
}
constexpr Field events = records<Event>("events", "ascending by position", Evidence::verified);
constexpr Field tail = tail_field();
constexpr Field sound_fields[] = {records<FormatChunk>("wave", "chunk \"fmt \"", Evidence::verified, false),
                                  records<SamplerChunk>("sampler", "chunk \"smpl\"", Evidence::verified, false),
                                  records<SampleLoop>("loops", "loops of the chunk \"smpl\"", Evidence::tool)};

Field at(Field field, std::size_t offset, std::size_t count = 1) {
    field.offset = u32(offset), field.count = u32(count);
    return field;
}

const Field* named(std::span<const Field> fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace

std::span<const Schema* const> schemas_of(FileKind kind) {
    switch (kind) {
        case FileKind::pad:
            return pad_schemas;
        case FileKind::scenes:
            return scenes_schemas;
        case FileKind::settings:
            return settings_schemas;
        case FileKind::fx_settings:
            return fx_schemas;
        case FileKind::pattern:
            return pattern_schemas;
        default:
            return {};
    }
}

const Schema* schema_of(FileKind kind, std::size_t size) {
    if (kind == FileKind::pattern) return nullptr;
    for (const Schema* schema : schemas_of(kind))
        if (schema->size == size) return schema;
    return nullptr;
}

std::string_view sizes_of(FileKind kind) {
    switch (kind) {
        case FileKind::pad:
            return "26, 27 or 29 bytes";
        case FileKind::scenes:
            return "612 or 712 bytes";
        case FileKind::settings:
            return "220, 222 or 224 bytes";
        case FileKind::fx_settings:
            return "144 or 160 bytes";
        default:
            return "another size";
    }
}

bool has_table(FileKind kind) { return !schemas_of(kind).empty() || kind == FileKind::sound; }

Layout::Layout(std::string_view name, std::size_t size, std::vector<Field> fields) {
    auto making = std::make_shared<Made>();
    making->fields = std::move(fields);
    making->schema = {name, u32(size), making->fields};
    table = &making->schema;
    made = std::move(making);
}

Result<Layout> Layout::of_pattern(ByteView file) {
    const auto pattern = open_pattern(file);
    if (!pattern) return pattern.problem();
    const auto header = pattern_schemas[pattern->first == sizeof(PatternHeader) ? 0 : 1]->fields;
    std::vector<Field> fields(header.begin(), header.end());
    fields.push_back(at(events, pattern->first, pattern->events.size()));
    return Layout("pattern", file.size(), std::move(fields));
}

Result<Layout> Layout::of_sound(ByteView file) {
    const auto sound = open_sound(file);
    if (!sound) return sound.problem();
    std::vector<Field> fields = {at(sound_fields[0], sound->format)};
    if (sound->sampler) fields.push_back(at(sound_fields[1], *sound->sampler));
    if (sound->loops) fields.push_back(at(sound_fields[2], *sound->sampler + sizeof(SamplerChunk), sound->loops));
    return Layout("sound", file.size(), std::move(fields));
}

Result<Layout> Layout::of(FileKind kind, ByteView file) {
    if (kind == FileKind::pattern) return of_pattern(file);
    if (kind == FileKind::sound) return of_sound(file);
    if (const Schema* known = schema_of(kind, file.size())) return Layout(*known);
    const auto all = schemas_of(kind);
    // The two forms of scenes end in different ways, so only what is longer than both can be one of them and a tail.
    const auto fits = [&](const Schema* one) { return one->size < file.size() && (kind != FileKind::scenes || one == all.back()); };
    const auto longest = std::ranges::find_if(all.rbegin(), all.rend(), fits);
    if (longest == all.rend())
        return Problem{
            .expected = std::string(sizes_of(kind)), .found = fmt::format("{} bytes", file.size()), .cause = Cause::unsupported};
    const Schema& known = **longest;
    std::vector<Field> fields(known.fields.begin(), known.fields.end());
    fields.push_back(at(tail, known.size));
    fields.back().size = u32(file.size() - known.size);
    return Layout(known.name, file.size(), std::move(fields));
}

const Field* Layout::lasting(FileKind kind, const Field* field) {
    if (!field) return nullptr;
    if (field->name == "events") return &events;
    if (field->name == "tail") return &tail;
    if (kind == FileKind::sound)
        if (const Field* found = named(sound_fields, field->name)) return found;
    for (const Schema* schema : schemas_of(kind))
        for (const Field& one : schema->fields)
            if (&one == field) return field;
    const auto all = schemas_of(kind);
    const Field* found = all.empty() ? nullptr : named(all.back()->fields, field->name);
    return found && found->kind == field->kind ? found : field;
}

RecordForms record_forms() {
    RecordForms forms;
    forms.seen = [](const Schema& record, ByteView bytes) -> const Schema& {
        const auto* event = &record == &schema<Event> ? overlay<Event>(bytes) : nullptr;
        return event ? schema_of(EventType(event->what & 7)) : record;
    };
    forms.telling = 2;  // position; pad and type
    return forms;
}

}  // namespace groovebench::ep133
