// Files of any kind, and cards. What only an Octatrack has: library_bank.cpp, library_project.cpp.
#include "library_bindings.h"

#include "audio/sound.h"
#include "card/tree.h"
#include "schema/markdown.h"
#include "text/latin1.h"

namespace groovebench::any {
namespace {

using emscripten::typed_memory_view;

std::string_view word_of_severity(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

void describe(Json& out, const Field& field) {
    out["note"] = field.note;
    out["unit"] = word(field.unit);
    out["evidence"] = word(field.evidence);
    if (field.kind != Kind::record && field.kind != Kind::packed) out["range"] = range_words(field);
}

std::string read(const File& file, const std::string& path) {
    const auto value = file.read(path);
    if (!value) return problem_answer(value.problem());
    Json about = Json::object();
    about["path"] = value->path;
    if (!value->shown.empty()) about["shown"] = value->shown;
    if (value->offset != Problem::nowhere) about["offset"] = value->offset;
    if (value->field) describe(about, *value->field);
    return fmt::format("{{\"value\": {{\"about\": {}, \"raw\": {}}}}}", dumped(about), value->json);
}

std::string list(const File& file, const std::string& path) {
    const auto fields = file.list(path);
    if (!fields) return problem_answer(fields.problem());
    Json out = Json::array();
    for (const Listed& one : *fields) {
        Json row = {{"path", one.path}, {"count", one.count}};
        if (one.field) describe(row, *one.field);
        out.push_back(std::move(row));
    }
    return value_answer(out);
}

std::string values(const File& file, const std::string& path) {
    Json out = Json::array();
    const Outcome done = file.each(path, [&](const ValueRead& value) {
        Json row = {{"path", value.path}, {"shown", value.shown}};
        if (value.field) row["unit"] = word(value.field->unit);
        out.push_back(std::move(row));
    });
    return done ? value_answer(out) : problem_answer(done.problem());
}

std::string set_shown(File& file, const std::string& path, const std::string& shown) { return answer(file.set(path, {shown})); }
std::string set_raw(File& file, const std::string& path, double raw) { return answer(file.set(path, {.raw = i64(raw)})); }
std::string allow(File& file) { return answer(file.allow()); }
std::string check(const File& file) { return value_answer(json_of(file.check())); }

// The text of a document, with the problem in its place where there is none.
std::string json(const File& file, const std::string& path, bool full) {
    if (!path.empty()) {
        const auto value = file.read(path);
        return value ? value->json + "\n" : problem_answer(value.problem());
    }
    auto text = file.json(full ? JsonDetail::full : JsonDetail::brief);
    return text ? *std::move(text) : problem_answer(text.problem());
}

std::string state(const File& file) {
    Json out = {{"format", file.format() ? Json(file.format()->name) : Json()}, {"edited", file.edited()}};
    if (const auto problem = file.problem()) out["problem"] = json_of(*problem);
    if (const auto locked = file.locked(); locked && !out.contains("problem")) out["locked"] = json_of(*locked);
    return value_answer(out);
}

std::string told(const Result<std::vector<Told>>& lines) {
    return lines ? value_answer(json_of(*lines)) : problem_answer(lines.problem());
}
std::string summary(const File& file) { return told(file.summary()); }
std::string differences(const File& first, const File& second) { return told(first.differences(second)); }

val written(const File& file) { return typed_array(file.written()); }

File* open_file(const std::string& name, const val& bytes) { return new File(name, bytes_from(bytes)); }

// A document becomes a file, or says why not.
val document_file(const std::string& document, bool seal) {
    auto file = from_json(document);
    val out = val::object();
    out.set("answer", file ? value_answer(Json{{"format", file->format->name}}) : problem_answer(file.problem()));
    if (!file) return out;
    if (seal) file->format->seal(file->bytes);
    out.set("bytes", typed_array(file->bytes));
    return out;
}

std::string format_names() {
    Json names = Json::array();
    for (const Format* format : formats()) names.push_back(format->name);
    return value_answer(names);
}

std::string format_page(const std::string& name) {
    const Format* format = format_named(name);
    if (!format) return problem_answer({.path = "format", .expected = format_names(), .found = name});
    return value_answer(format->page());
}

// The length of a sound in frames at 44.1 kHz, as slots count.
std::string sound_length(const val& head, double file_size) {
    constexpr u64 octatrack_rate = 44100;
    const auto sound = audio::inspect_sound(bytes_from(head), u64(file_size));
    if (!sound) return problem_answer(sound.problem());
    const u64 frames = sound->rate ? (sound->frames * octatrack_rate + sound->rate / 2) / sound->rate : 0;
    return value_answer({{"frames", frames},
                         {"rate", sound->rate},
                         {"channels", sound->channels},
                         {"bits", sound->bits},
                         {"headNeeded", sound->head_needed}});
}

Json json_of_project(const card::Project& project) {
    return {{"path", project.path},          {"name", project.name},
            {"files", project.work.count()}, {"storedFiles", project.stored.count()},
            {"samples", project.samples},    {"sampleBytes", project.sample_bytes}};
}

// Sets, projects and samples of a folder whose files are given as [path, bytes] pairs.
std::string card_contents(const std::string& name, const std::string& entries) {
    const auto listed = parse_json(entries);
    if (!listed) return problem_answer(listed.problem());
    std::vector<card::Entry> files;
    for (const Json& entry : *listed) files.push_back({entry[0].get<std::string>(), entry[1].get<u64>()});
    card::Card card(name);
    card.add(files);
    card.listed();
    Json sets = Json::array();
    for (const card::Set* set : card.sets()) {
        Json projects = Json::array();
        for (const auto& [path, project] : set->projects) projects.push_back(json_of_project(project));
        sets.push_back({{"path", set->path},
                        {"name", set->name},
                        {"projects", projects},
                        {"pool",
                         {{"path", set->pool.path},
                          {"samples", set->pool.samples},
                          {"settings", set->pool.settings},
                          {"bytes", set->pool.bytes}}}});
    }
    return value_answer({{"sentence", card.sentence()}, {"sets", sets}});
}

}  // namespace

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }
std::string value_answer(const Json& value) { return fmt::format("{{\"value\": {}}}", dumped(value)); }
std::string problem_answer(const Problem& problem) { return fmt::format("{{\"problem\": {}}}", dumped(json_of(problem))); }
std::string answer(const Outcome& outcome) { return outcome ? value_answer(nullptr) : problem_answer(outcome.problem()); }

Json json_of(const Problem& problem) {
    Json out = {{"severity", word_of_severity(problem.severity)}};
    if (!problem.file.empty()) out["file"] = problem.file;
    if (!problem.path.empty()) out["path"] = problem.path;
    if (problem.offset != Problem::nowhere) out["offset"] = problem.offset;
    out["expected"] = problem.expected;
    out["found"] = problem.found;
    out["cause"] = problem.cause == Cause::broken ? "broken" : "unsupported";
    out["sentence"] = sentence(problem);
    return out;
}

Json json_of(const std::vector<Problem>& problems) {
    Json out = Json::array();
    for (const Problem& problem : problems) out.push_back(json_of(problem));
    return out;
}

Json json_of(const std::vector<Told>& lines) {
    Json out = Json::array();
    for (const Told& line : lines) out.push_back({{"place", line.place}, {"words", line.words}, {"path", line.path}});
    return out;
}

Bytes bytes_from(const val& typed_array) {
    Bytes bytes(typed_array["length"].as<std::size_t>());
    if (bytes.empty()) return bytes;
    val(typed_memory_view(bytes.size(), reinterpret_cast<unsigned char*>(bytes.data()))).call<void>("set", typed_array);
    return bytes;
}

val typed_array(ByteView bytes) {
    const auto view = typed_memory_view(bytes.size(), reinterpret_cast<const unsigned char*>(bytes.data()));
    return val::global("Uint8Array").new_(val(view));
}

}  // namespace groovebench::any

EMSCRIPTEN_BINDINGS(library) {
    namespace here = groovebench::any;
    emscripten::class_<here::File>("File")
        .constructor(&here::open_file, emscripten::allow_raw_pointers())
        .function("state", &here::state)
        .function("read", &here::read)
        .function("list", &here::list)
        .function("values", &here::values)
        .function("setShown", &here::set_shown)
        .function("setRaw", &here::set_raw)
        .function("allow", &here::allow)
        .function("check", &here::check)
        .function("json", &here::json)
        .function("summary", &here::summary)
        .function("differences", &here::differences)
        .function("written", &here::written);
    emscripten::function("fromJson", &here::document_file);
    emscripten::function("formatNames", &here::format_names);
    emscripten::function("formatPage", &here::format_page);
    emscripten::function("soundLength", &here::sound_length);
    emscripten::function("cardContents", &here::card_contents);
}
