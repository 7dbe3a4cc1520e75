// Damaged files by the ten thousand, with fixed seeds: what is read of them harms nobody, and what changed is told. Banks
// have their own ten thousand in bank_test.
#include <gtest/gtest.h>

#include <random>

#include "octatrack/bank_doctor.h"
#include "octatrack/compare.h"
#include "octatrack/file_check.h"
#include "octatrack/project_edit.h"
#include "octatrack/resolve.h"
#include "random_files.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

struct Form {
    std::string name;
    const Schema& schema;
    Bytes file;
};
const std::vector<Form>& forms() {
    static const std::vector<Form> all = [] {
        std::mt19937 random(21);
        SlotMarkers sliced = whole_sample(44100);
        cut_into_slices(sliced, 64);
        std::vector<Form> made = {{"bank01.work", schema<Bank>, test_files::busy_bank()},
                                  {"markers.work", schema<Markers>, blank_markers()},
                                  {"arr01.work", schema<Arrangement>, blank_arrangement()},
                                  {"kick.ot", schema<SampleSettings>, write_sample_settings({.path = "x.wav"}, sliced)}};
        for (std::size_t i = 1; i < 3; i++) test_files::fill(made[i].schema, made[i].file, random);
        return made;
    }();
    return all;
}

// One byte changed and put back, the sum kept right without going over the file.
class Change {
public:
    Change(Bytes& of, std::size_t where, std::byte value) : file(of), at(where), old(of[where]) {
        file[at] = value;
        add_to_sum(int(value) - int(old));
    }
    ~Change() {
        add_to_sum(int(old) - int(file[at]));
        file[at] = old;
    }
    Change(const Change&) = delete;
    Change& operator=(const Change&) = delete;

private:
    void add_to_sum(int by) {
        be16& sum = *overlay<be16>(file, file.size() - 2);
        sum = u16(sum + by);
    }
    Bytes& file;
    std::size_t at;
    std::byte old;
};

std::byte another(std::byte now, std::mt19937& random) { return now ^ std::byte(1 + random() % 255); }

// The top-level record around an offset: validating all of a bank ten thousand times would take minutes.
struct Around {
    const Schema* schema;
    std::size_t at;
};
Around around(const Schema& whole, std::size_t offset) {
    for (const Field& field : whole.fields)
        if (field.record && field.kind == Kind::record && offset - field.offset < std::size_t(field.size) * field.count)
            return {field.record, field.offset + (offset - field.offset) / field.size * field.size};
    return {&whole, 0};
}

bool leaves_range(const Place& place, ByteView file) {
    const Field& field = *place.field;
    if (field.kind == Kind::constant) return text_of(file.subspan(place.offset, field.size)) != field.expected;
    if (field.kind == Kind::text || field.kind == Kind::unknown || field.kind == Kind::number) return false;
    const i64 value = number(place, file);
    if (field.kind == Kind::choice) return word_of(field.words, value).empty();
    if (field.kind == Kind::flags) return field.bits < 64 && u64(value) >> field.bits != 0;
    return (value < field.min || value > field.max) && value != field.none;
}

// The values that hold the byte: one, or the parts of a packed field.
std::vector<std::pair<std::string, Place>> values_at(const Schema& schema, std::size_t offset) {
    const std::string path = path_at(schema, offset);
    if (const auto place = find(schema, path)) {
        if (place->field->kind != Kind::packed) return {{path, *place}};
        std::vector<std::pair<std::string, Place>> parts;
        for (const Field& part : place->field->record->fields)
            parts.emplace_back(path + "." + std::string(part.name), Place{&part, place->offset});
        return parts;
    }
    return {};
}

}  // namespace

TEST(mutants, ten_thousand_single_bytes_are_reported_through_the_sum) {
    std::mt19937 random(31);
    const std::size_t counts[] = {1000, 2000, 3500, 3500};
    for (std::size_t form = 0; form < forms().size(); form++) {
        Bytes file = forms()[form].file;
        std::size_t silent = 0;
        for (std::size_t i = 0; i < counts[form]; i++) {
            const std::size_t at = random() % file.size();
            const std::byte old = file[at];
            file[at] = another(old, random);
            // The first 16 bytes are not in the sum: what they must be is known.
            silent += at >= 16 ? !checksum_problem(file) : at < 4 || at >= 8 ? check_file(forms()[form].name, file).opens : 0;
            file[at] = old;
        }
        EXPECT_EQ(silent, 0u) << forms()[form].name;
    }
}

TEST(mutants, ten_thousand_single_bytes_with_a_mended_sum_are_named_and_reported_where_they_leave_a_range) {
    std::mt19937 random(32);
    const std::size_t counts[] = {2000, 2000, 3000, 3000};
    std::size_t named = 0, reported = 0, left = 0, changed = 0;
    for (std::size_t form = 0; form < forms().size(); form++) {
        const auto& [name, schema, original] = forms()[form];
        Bytes file = original;
        for (std::size_t i = 0; i < counts[form]; i++) {
            const std::size_t at = random() % (file.size() - 2);
            const Change change(file, at, another(file[at], random));
            changed++;
            std::vector<std::string> told;
            for (const Difference& difference : diff(schema, original, file)) told.push_back(difference.path);
            const auto values = values_at(schema, at);
            named +=
                std::ranges::any_of(values, [&](const auto& value) { return std::ranges::find(told, value.first) != told.end(); });
            const Around record = around(schema, at);
            const ByteView bytes = ByteView(file).subspan(record.at, record.schema->size);
            const auto problems = validate(*record.schema, bytes);
            for (const auto& [path, place] : values) {
                if (!leaves_range(place, file)) continue;
                left++;
                reported += std::ranges::any_of(problems,
                                                [&](const Problem& problem) { return problem.offset + record.at == place.offset; });
            }
        }
        EXPECT_EQ(file, original);
    }
    EXPECT_EQ(named, changed);
    EXPECT_EQ(reported, left);
    EXPECT_GT(left, 500u);
}

TEST(mutants, ten_thousand_of_each_other_binary_format_harm_nobody) {
    std::mt19937 random(33);
    for (std::size_t form = 1; form < forms().size(); form++) {
        const auto& [name, schema, original] = forms()[form];
        const int full = form == 1 ? 100 : form == 2 ? 10 : 1;  // how often all of it is looked at
        Bytes file = original;
        int opened = 0;
        for (int i = 0; i < 10000; i++) {
            std::array<std::size_t, 6> places{};
            for (auto& at : places) file[at = i % 4 ? random() % file.size() : random() % 64] = std::byte(random());
            const std::size_t size = i % 8 == 7 ? random() % file.size() : file.size();
            const ByteView view = ByteView(file).first(size);
            if (i % full == 0) opened += check_file(name, view, 20).opens;
            if (i % (10 * full) == 0) (void)compare_files(name, original, view);
            for (const std::size_t at : places) file[at] = original[at];
        }
        EXPECT_GT(opened, 0) << name;
        EXPECT_EQ(file, original);
    }
}

TEST(mutants, ten_thousand_project_texts_harm_nobody) {
    std::mt19937 random(34);
    const std::string original = blank_project();
    constexpr std::string_view telling = "\r\n=[]/#0-9";
    std::string text = original;
    int opened = 0;
    for (int i = 0; i < 10000; i++) {
        std::array<std::size_t, 6> places{};
        for (auto& at : places) text[at = random() % text.size()] = i % 2 ? telling[random() % telling.size()] : char(random());
        const std::string_view view = std::string_view(text).substr(0, i % 8 == 7 ? random() % text.size() : text.size());
        if (i % 4 == 0)
            opened += check_file("project.work", bytes_of(view)).opens;
        else
            opened += bool(open_project(bytes_of(view)));
        if (i % 100 == 0) (void)compare_files("project.work", bytes_of(original), bytes_of(view));
        for (const std::size_t at : places) text[at] = original[at];
    }
    EXPECT_GT(opened, 1000);
    EXPECT_EQ(text, original);
}

TEST(mutants, damaged_banks_go_through_the_doctor_the_rules_and_the_comparison) {
    std::mt19937 random(35);
    const Bytes& original = test_files::busy_bank();
    Bytes file = original;
    for (int i = 0; i < 100; i++) {
        std::array<std::size_t, 40> places{};
        for (auto& at : places) file[at = 22 + random() % (file.size() - 22)] = std::byte(random());
        seal(file);
        if (const auto bank = open_bank(file)) {
            for (int n = 0; n < 200; n++)
                (void)resolve(**bank, int(random() % 16), {random() % 2 == 0, int(random() % 8)}, int(random() % 64),
                              {Page(random() % 13), int(random() % 6)}, {int(random() % 128)}, LockOrder(random() % 2));
            if (i % 10 == 0) {
                const auto differences = compare_files("bank01.work", original, file);
                ASSERT_TRUE(differences);
                EXPECT_EQ(taken_over("bank01.work", original, file, Side::first, *differences), file);
                (void)check_file("bank01.work", file, 50);
            }
        } else if (const auto damage = examine_bank(file)) {
            EXPECT_TRUE(open_bank(rebuild_bank(file, *damage).bytes));
        }
        for (const std::size_t at : places) file[at] = original[at];
    }
}
