#include "octatrack/file_layout.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include "octatrack/arrangement.h"
#include "octatrack/bank.h"
#include "octatrack/blank.h"
#include "octatrack/markers.h"
#include "octatrack/project.h"
#include "octatrack/sample_settings.h"

namespace groovebench::octatrack {
namespace {

constexpr std::string_view blank = "blank", blank_without_source = "blank, SRC3 off";

struct KindWord {
    FileKind kind;
    std::string_view word, tag;
};
constexpr KindWord kind_words[] = {{FileKind::bank, "bank", "BANK"},
                                   {FileKind::project, "project", ""},
                                   {FileKind::markers, "markers", "SAMP"},
                                   {FileKind::arrangement, "arrangement", "ARRA"},
                                   {FileKind::sample_settings, "sample settings", "SMPA"}};

template <class T>
std::optional<Problem> problem_of(const Result<T>& result) {
    return result ? std::nullopt : std::optional<Problem>(result.problem());
}

template <class Record>
bool is_same(const Record& record, ByteView bytes) {
    return bytes.size() == sizeof record && !std::memcmp(&record, bytes.data(), sizeof record);
}

const Schema& seen(const Schema& record, ByteView bytes) {
    return &record == &schema<Row> ? schema_of(*overlay<Row>(bytes)) : record;
}

std::string_view word_of_record(const Schema& record, u32 index, ByteView bytes) {
    if (&record == &schema<Pattern>) {
        const auto pattern = std::make_unique<Pattern>();
        make_blank(*pattern);
        return is_same(*pattern, bytes) ? blank : std::string_view();
    }
    if (&record != &schema<Part>) return {};
    const auto part = std::make_unique<Part>();
    make_blank(*part, int(index), NewRecorderSource::main);
    if (is_same(*part, bytes)) return blank;
    make_blank(*part, int(index), NewRecorderSource::off);
    return is_same(*part, bytes) ? blank_without_source : std::string_view();
}

bool make_record(const Schema& record, u32 index, std::string_view word, ByteSpan bytes) {
    if (&record == &schema<Pattern> && word == blank) {
        make_blank(*overlay<Pattern>(bytes));
        return true;
    }
    if (&record != &schema<Part> || (word != blank && word != blank_without_source)) return false;
    make_blank(*overlay<Part>(bytes), int(index), word == blank ? NewRecorderSource::main : NewRecorderSource::off);
    return true;
}

constexpr RecordForms forms{seen, word_of_record, make_record};

}  // namespace

const Schema* schema_of(FileKind kind) {
    switch (kind) {
        case FileKind::bank:
            return &schema<Bank>;
        case FileKind::markers:
            return &schema<Markers>;
        case FileKind::arrangement:
            return &schema<Arrangement>;
        case FileKind::sample_settings:
            return &schema<SampleSettings>;
        default:
            return nullptr;
    }
}

const RecordForms& record_forms() { return forms; }

std::string_view word(FileKind kind) {
    const auto found = std::ranges::find(kind_words, kind, &KindWord::kind);
    return found == std::end(kind_words) ? "other" : found->word;
}

std::optional<Problem> refusal(FileKind kind, ByteView file) {
    switch (kind) {
        case FileKind::bank:
            return problem_of(open_bank(file));
        case FileKind::markers:
            return problem_of(open_markers(file));
        case FileKind::arrangement:
            return problem_of(open_arrangement(file));
        case FileKind::sample_settings:
            return problem_of(open_sample_settings(file));
        case FileKind::project:
            return problem_of(open_project(file));
        case FileKind::other:
            return {};
    }
    return {};
}

FileKind kind_of(std::string_view path, ByteView file) {
    if (const FileKind named = kind_of(path); named != FileKind::other) return named;
    constexpr std::size_t magic_at = 8, magic_size = 8;
    if (file.size() >= magic_at + magic_size && text_of(file.first(4)) == "FORM") {
        const std::string_view magic = text_of(file.subspan(magic_at, magic_size));
        for (const KindWord& one : kind_words)
            if (!one.tag.empty() && magic.starts_with("DPS1") && magic.ends_with(one.tag)) return one.kind;
        return FileKind::other;
    }
    const auto head = text_of(file.first(std::min<std::size_t>(file.size(), 4096)));
    return head.find("TYPE=OCTATRACK DPS-1 PROJECT") != head.npos ? FileKind::project : FileKind::other;
}

}  // namespace groovebench::octatrack
