// What only an EP-133 has: the members of an archive, pads and events, what stands in the way of a machine, and new archives.
#include "audio/sound.h"
#include "convert/input.h"
#include "convert/kit.h"
#include "convert/kit_tables.h"
#include "ep133/file_json.h"
#include "ep133/preflight.h"
#include "ep133/rules.h"
#include "library_bindings.h"

namespace groovebench::any {
namespace {

using namespace ep133;

val with_bytes(const Result<Bytes>& bytes, Json more = nullptr) {
    val out = val::object();
    out.set("answer", bytes ? value_answer(more) : problem_answer(bytes.problem()));
    if (bytes) out.set("bytes", typed_array(*bytes));
    return out;
}

// ---- members

std::string archive_members(const File& file) {
    const auto contents = Contents::open(file.bytes());
    if (!contents) return problem_answer(contents.problem());
    Json list = Json::array();
    for (const Member& one : contents->members())
        list.push_back({{"path", one.path}, {"key", one.key}, {"kind", word(one.kind)}, {"size", one.size}});
    return value_answer(list);
}

val archive_member(const File& file, const std::string& path) {
    const auto contents = Contents::open(file.bytes());
    if (!contents) return with_bytes(contents.problem());
    if (const auto entry = contents->entry_of_project(path)) {
        const ByteView tar = contents->tar(*entry);
        return with_bytes(Bytes(tar.begin(), tar.end()));
    }
    const Member* member = contents->at_path(path);
    return with_bytes(
        member ? contents->bytes(*member)
               : Result<Bytes>(Problem{.path = path, .expected = "a member of the archive", .found = "none of that name"}));
}

Outcome edited(File& file, const Contents::Edits& edits) {
    return file.edit([&](Bytes& bytes) -> Outcome {
        const auto contents = Contents::open(bytes);
        if (!contents) return contents.problem();
        auto changed = contents->with(edits);
        if (!changed) return changed.problem();
        bytes = *std::move(changed);
        return {};
    });
}

// From [path, Uint8Array or null] pairs.
std::string set_members(File& file, const val& pairs) {
    Contents::Edits edits;
    const auto count = pairs["length"].as<unsigned>();
    for (unsigned i = 0; i < count; i++) {
        const val bytes = pairs[i][1];
        edits[pairs[i][0].as<std::string>()] = bytes.isNull() ? std::optional<Bytes>() : bytes_from(bytes);
    }
    return answer(edited(file, edits));
}

std::string set_member_json(File& file, const std::string& path, const std::string& json) {
    auto document = parse_json(json);
    if (!document) return problem_answer(document.problem());
    auto bytes = member_from_json(kind_of(path, {}), *document);
    if (!bytes) return problem_answer(bytes.problem());
    return answer(edited(file, {{path, *std::move(bytes)}}));
}

// A member changed by a rule.
std::string change(File& file, const std::string& path, const std::function<Outcome(Bytes&)>& rule) {
    const auto contents = Contents::open(file.bytes());
    if (!contents) return problem_answer(contents.problem());
    const Member* member = contents->at_path(path);
    auto bytes = member ? contents->bytes(*member)
                        : Result<Bytes>(Problem{.path = path, .expected = "a member of the archive", .found = "none of that name"});
    if (!bytes) return problem_answer(bytes.problem());
    if (const Outcome done = rule(*bytes); !done) return problem_answer(done.problem());
    return answer(edited(file, {{path, *std::move(bytes)}}));
}

std::string assign_pad(File& file, const std::string& path, int slot, double frames) {
    return change(file, path, [&](Bytes& bytes) -> Outcome {
        auto* pad = overlay<Pad26>(bytes);
        if (!pad || slot < 1 || slot > max_slot)
            return Problem{.path = "slot", .expected = "1 to 999", .found = std::to_string(slot)};
        assign(*pad, slot, u32(frames));
        return {};
    });
}
std::string clear_pad(File& file, const std::string& path, double tempo) {
    return change(file, path, [&](Bytes& bytes) -> Outcome { return clear(bytes, float(tempo)), Outcome(); });
}
std::string set_pad_pitch(File& file, const std::string& path, double semitones) {
    return change(file, path, [&](Bytes& bytes) { return set_pitch(bytes, semitones); });
}
double pad_pitch(const File& file, const std::string& path) {
    const auto contents = Contents::open(file.bytes());
    const Member* member = contents ? contents->at_path(path) : nullptr;
    const auto bytes = member ? contents->bytes(*member) : Result<Bytes>(Problem{});
    return bytes && bytes->size() >= sizeof(Pad26) ? pitch_of(*bytes) : 0;
}

std::string add_note(File& file, const std::string& path, int pad, int at, int note, int velocity, int duration) {
    const Note one[] = {{.position = u32(at), .pad = pad, .note = u8(note), .velocity = u8(velocity), .duration = u16(duration)}};
    const auto made = write_pattern(1, one);
    if (!made) return problem_answer(made.problem());
    return change(file, path, [&](Bytes& bytes) { return add_event(bytes, ByteView(*made).subspan(sizeof(PatternHeader))); });
}
std::string remove_pattern_event(File& file, const std::string& path, int number) {
    return change(file, path, [&](Bytes& bytes) { return remove_event(bytes, std::size_t(number - 1)); });
}
std::string add_scene(File& file, const std::string& path, int before, const val& patterns, int numerator, int denominator) {
    const auto pattern = [&](int group) { return patterns[group].as<int>(); };
    const Scene scene = scene_of(pattern(0), pattern(1), pattern(2), pattern(3), numerator, denominator);
    return change(file, path, [&](Bytes& bytes) { return insert_scene(bytes, before ? before : scene_count(bytes) + 1, scene); });
}
std::string drop_scene(File& file, const std::string& path, int number) {
    return change(file, path, [&](Bytes& bytes) { return remove_scene(bytes, number); });
}
int count_scenes(const File& file, const std::string& path) {
    const auto contents = Contents::open(file.bytes());
    const Member* member = contents ? contents->at_path(path) : nullptr;
    const auto bytes = member ? contents->bytes(*member) : Result<Bytes>(Problem{});
    return bytes ? scene_count(*bytes) : 0;
}

// ---- preflight

std::string preflight_findings(const File& file) {
    Json list = Json::array();
    for (const Finding& finding : preflight(file.name(), file.bytes())) {
        Json row = json_of(finding.problem);
        if (finding.mend != Mend::none) row["offer"] = offer(finding.mend);
        if (!finding.member.empty()) row["member"] = finding.member;
        list.push_back(std::move(row));
    }
    return value_answer(list);
}

// The finding of that number, from 0, in the list above.
std::string mend_finding(File& file, int number) {
    const auto findings = preflight(file.name(), file.bytes());
    if (number < 0 || std::size_t(number) >= findings.size())
        return problem_answer(
            {.path = "finding", .expected = fmt::format("1 to {}", findings.size()), .found = std::to_string(number + 1)});
    return answer(file.edit([&](Bytes& bytes) -> Outcome {
        auto better = mended(bytes, findings[std::size_t(number)]);
        if (!better) return better.problem();
        bytes = *std::move(better);
        return {};
    }));
}

// ---- new archives

convert::Moment moment_from(const val& parts) {
    const auto part = [&](int i) { return parts[i].as<int>(); };
    return {part(0), part(1), part(2), part(3), part(4), part(5), part(6)};
}

std::map<std::string, Bytes> files_from(const val& pairs) {
    std::map<std::string, Bytes> files;
    const auto count = pairs["length"].as<unsigned>();
    for (unsigned i = 0; i < count; i++) files[pairs[i][0].as<std::string>()] = bytes_from(pairs[i][1]);
    return files;
}

val new_backup(const std::string& description, const val& pairs, const val& base, const val& when) {
    const auto files = files_from(pairs);
    const Bytes under = base.isNull() ? Bytes() : bytes_from(base);
    convert::KitOrder order{.description = description, .files = {}, .base = under, .when = moment_from(when)};
    for (const auto& [name, bytes] : files) order.files[name] = bytes;
    const auto kit = convert::build_kit(order);
    if (!kit) return with_bytes(kit.problem());
    return with_bytes(kit->file, {{"proven", kit->proven}, {"findings", json_of(kit->findings)}});
}

std::string kit_from_tables(const std::string& pads, const std::string& patterns, const std::string& scenes) {
    const auto text = convert::description_of_tables({pads, patterns, scenes});
    return text ? value_answer(*parse_json(*text)) : problem_answer(text.problem());
}
std::string kit_from_sounds(const val& names) {
    return value_answer(*parse_json(convert::description_of_sounds(emscripten::vecFromJSArray<std::string>(names))));
}

Result<convert::Plan> plan_of(const File& bank, int index, int pattern, const File& text, const File* markers,
                              const std::string& name, const std::map<std::string, Bytes>* sounds) {
    const auto open = octatrack::open_project(text.bytes());
    if (!open) return open.problem();
    const auto good = octatrack::open_bank(bank.bytes());
    if (!good) return good.problem();
    const auto known = markers ? octatrack::open_markers(markers->bytes()) : Result<const octatrack::Markers*>(nullptr);
    if (!known) return known.problem();
    auto input = convert::input_of(**good, index, pattern, *open, *known, name);
    for (auto& [slot, sample] : input.slots)
        if (sounds) sample.missing = !sounds->contains(sample.path);
    return convert::plan_conversion(input);
}

std::string pattern_needs(const File& bank, int index, int pattern, const File& text, const File* markers,
                          const std::string& name) {
    const auto plan = plan_of(bank, index, pattern, text, markers, name, nullptr);
    return plan ? value_answer(convert::needed_files(*plan)) : problem_answer(plan.problem());
}

val backup_of_pattern(const File& bank, int index, int pattern, const File& text, const File* markers, const std::string& name,
                      const val& pairs, const val& when) {
    const auto files = files_from(pairs);
    const auto plan = plan_of(bank, index, pattern, text, markers, name, &files);
    if (!plan) return with_bytes(plan.problem());
    convert::SoundsByPath sounds;
    for (const auto& [path, bytes] : files) {
        auto sound = audio::decode_sound(bytes);
        if (!sound) {
            Problem problem = sound.problem();
            problem.file = path;
            return with_bytes(problem);
        }
        sounds.emplace(path, *std::move(sound));
    }
    Json lines = Json::array();
    for (const convert::ReportLine& line : plan->report) lines.push_back(convert::sentence(line));
    return with_bytes(convert::build_ppak(*plan, sounds, moment_from(when)), {{"name", plan->file_name}, {"report", lines}});
}

}  // namespace
}  // namespace groovebench::any

EMSCRIPTEN_BINDINGS(ep133) {
    namespace here = groovebench::any;
    const auto pointers = emscripten::allow_raw_pointers();
    emscripten::function("archiveMembers", &here::archive_members);
    emscripten::function("archiveMember", &here::archive_member);
    emscripten::function("setMembers", &here::set_members);
    emscripten::function("setMemberJson", &here::set_member_json);
    emscripten::function("assignPad", &here::assign_pad);
    emscripten::function("clearPad", &here::clear_pad);
    emscripten::function("setPadPitch", &here::set_pad_pitch);
    emscripten::function("padPitch", &here::pad_pitch);
    emscripten::function("addNote", &here::add_note);
    emscripten::function("removeEvent", &here::remove_pattern_event);
    emscripten::function("addScene", &here::add_scene);
    emscripten::function("removeScene", &here::drop_scene);
    emscripten::function("sceneCount", &here::count_scenes);
    emscripten::function("preflight", &here::preflight_findings);
    emscripten::function("mendFinding", &here::mend_finding);
    emscripten::function("newBackup", &here::new_backup);
    emscripten::function("kitFromTables", &here::kit_from_tables);
    emscripten::function("kitFromSounds", &here::kit_from_sounds);
    emscripten::function("patternNeeds", &here::pattern_needs, pointers);
    emscripten::function("backupOfPattern", &here::backup_of_pattern, pointers);
}
