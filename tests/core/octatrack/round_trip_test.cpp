// Markers, arrangements and .ot files (banks have theirs in bank_test): what is not edited comes out as it
// went in, an edit changes its bytes and the sum, and damaged files harm nobody.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "../archive/fixture_files.h"
#include "octatrack/blank.h"
#include "octatrack/project_edit.h"
#include "octatrack/sample_settings.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

struct Form {
    const Schema& schema;
    Bytes blank;
    bool (*opens)(ByteView);
};
std::vector<Form> forms() {
    const Bytes settings = write_sample_settings({.path = "x.wav"}, whole_sample(44100));
    return {{schema<Markers>, blank_markers(), [](ByteView file) { return bool(open_markers(file)); }},
            {schema<Arrangement>, blank_arrangement(), [](ByteView file) { return bool(open_arrangement(file)); }},
            {schema<SampleSettings>, settings, [](ByteView file) { return bool(open_sample_settings(file)); }}};
}

// The fixtures of one form, told by their size.
std::vector<Bytes> files_of(const Form& form) {
    std::vector<Bytes> files;
    for (const char* ending : {".work", ".ot"})
        for (const auto& path : test::fixtures("octatrack", ending))
            if (std::filesystem::file_size(path) == form.schema.size) files.push_back(test::load(path));
    std::cout << form.schema.name << ": " << files.size() << "\n";
    files.push_back(form.blank);
    return files;
}

Bytes with(const Bytes& file, std::size_t at, const Bytes& value) {
    Bytes edited = file;
    std::ranges::copy(value, edited.begin() + std::ptrdiff_t(at));
    seal(edited);
    return edited;
}

// A value that differs from the one there: typed text, a flag turned, the other end of the range.
Bytes another(const Place& place, ByteView file) {
    const Field& field = *place.field;
    if (field.kind == Kind::text) return *parsed(place, file, "EDIT");
    const i64 now = number(place, file);
    if (field.kind == Kind::choice) return encoded(place, file, field.words[now == field.words[0].value ? 1 : 0].value);
    return encoded(place, file, now == field.max ? field.min : field.max);
}

// Where two files differ, the sum left out.
std::set<std::size_t> differing(const Bytes& a, const Bytes& b) {
    std::set<std::size_t> places;
    for (std::size_t i = 0; i + 2 < a.size(); i++)
        if (a[i] != b[i]) places.insert(i);
    return places;
}

}  // namespace

TEST(round_trip, sealing_a_good_file_changes_nothing) {
    for (const Form& form : forms())
        for (const Bytes& file : files_of(form)) {
            EXPECT_TRUE(form.opens(file));
            if (checksum_problem(file)) continue;  // full_options.work, which arrangement_test knows
            EXPECT_EQ(with(file, 0, {}), file);
        }
}

TEST(round_trip, every_value_written_as_it_was_read_is_the_same_bytes) {
    for (const Form& form : forms())
        for (const Bytes& file : files_of(form)) {
            std::size_t wrong = 0;
            walk(form.schema, 0, [&](const Visit& visit) {
                const Field& field = visit.field;
                if (field.kind == Kind::unknown || field.kind == Kind::text || field.kind == Kind::constant) return;
                const Bytes same = encoded(visit.place(), file, number(visit.place(), file));
                wrong += !std::equal(same.begin(), same.end(), file.begin() + std::ptrdiff_t(visit.offset));
            });
            EXPECT_EQ(wrong, 0u) << form.schema.name;
        }
}

TEST(round_trip, one_edit_of_every_field_changes_its_bytes_and_the_sum_alone) {
    for (const Form& form : forms()) {
        std::set<const Field*> seen;
        walk(form.schema, 0, [&](const Visit& visit) {
            const std::size_t at = visit.offset;
            if (!editable(visit.field) || at + 2 >= form.schema.size || !seen.insert(&visit.field).second) return;
            const Bytes edited = with(form.blank, at, another(visit.place(), form.blank));
            const auto places = differing(form.blank, edited);
            EXPECT_FALSE(places.empty()) << visit.path();
            EXPECT_GE(*places.begin(), at) << visit.path();
            EXPECT_LT(*places.rbegin(), at + visit.field.size) << visit.path();
            EXPECT_FALSE(checksum_problem(edited)) << visit.path();
            EXPECT_EQ(diff(form.schema, form.blank, edited).front().path, visit.path());
        });
        EXPECT_GT(seen.size(), 5u);
    }
}

TEST(round_trip, values_of_the_fixtures_are_in_their_ranges) {
    for (const Form& form : forms())
        for (const Bytes& file : files_of(form))
            for (const Problem& problem : validate(form.schema, file)) {
                const bool leftover = problem.path.starts_with("slices[");  // behind the count of .ot files
                EXPECT_TRUE(leftover) << form.schema.name << " " << sentence(problem);
            }
}

TEST(round_trip, damaged_files_are_opened_or_refused_but_harm_nobody) {
    std::mt19937 random(20261121);
    for (const Form& form : forms())
        for (int i = 0; i < 300; i++) {
            Bytes file = form.blank;
            for (int n = 0; n < 8; n++) file[random() % (n < 2 ? 32 : file.size())] = std::byte(random());
            if (i % 8 == 0) file.resize(random() % file.size());
            if (form.opens(file)) EXPECT_EQ(file.size(), form.schema.size);
        }
}

TEST(round_trip, damaged_project_texts_keep_their_bytes_through_an_edit_and_its_undo) {
    const std::string text = blank_project();
    std::mt19937 random(20261121);
    constexpr std::string_view telling = "\r\n=[]/#0-9";
    for (int i = 0; i < 500; i++) {
        std::string damaged = text;
        for (int n = 0; n < 6; n++) damaged[random() % damaged.size()] = telling[random() % telling.size()];
        const auto project = open_project(bytes_of(damaged));
        if (!project || project->read_only) continue;
        for (const auto& change : {set_slot(*project, {Pool::flex, 1 + i % 136}, {.path = "a.wav"}),
                                   change_setting(*project, *find_setting("TEMPOx24"), i64(2400))})
            if (change) {
                const Bytes edited = *text::spliced(bytes_of(damaged), *change);
                EXPECT_EQ(text_of(*text::spliced(edited, {change->offset, change->after, change->before})), damaged);
            }
    }
}
