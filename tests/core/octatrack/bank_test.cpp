#include "octatrack/bank.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "../archive/fixture_files.h"
#include "octatrack/blank.h"
#include "octatrack/changes.h"
#include "octatrack/lock_text.h"
#include "octatrack/thumbnail.h"
#include "octatrack/trigs.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

// Every bank of the fixtures, whatever its ending.
std::vector<std::filesystem::path> bank_files() {
    std::vector<std::filesystem::path> found;
    for (const char* ending : {".work", ".strd"})
        for (const auto& path : test::fixtures("octatrack", ending))
            if (path.filename().string().starts_with("bank")) found.push_back(path);
    std::cout << "banks: " << found.size() << "\n";
    return found;
}

// A bank of the fixtures, or nothing where there are none.
Bytes fixture(std::string_view path) {
    const auto file = test::fixture_root() / "octatrack" / path;
    if (!std::filesystem::exists(file)) std::cout << "not here: octatrack/" << path << "\n";
    return test::load(file);
}

u64 steps(std::initializer_list<int> list) {
    u64 mask = 0;
    for (int step : list) mask |= u64(1) << (step - 1);
    return mask;
}

// Another value that the field allows, or nothing.
std::optional<i64> another_value(const Field& field, i64 now) {
    if (field.kind == Kind::choice) {
        for (const Word& word : field.words)
            if (word.value != now) return word.value;
        return {};
    }
    return now == field.min ? field.max : field.min;
}

Bytes edited(const Place& place, ByteView file) {
    const Field& field = *place.field;
    if (field.kind == Kind::text) return *parsed(place, file, "EDIT");
    if (field.kind == Kind::flags) return encoded({&field, place.offset, 1}, file, !number({&field, place.offset, 1}, file));
    const auto value = another_value(field, number(place, file));
    return value ? encoded(place, file, *value) : Bytes();
}

void expect_only(const Bytes& before, const Bytes& after, std::size_t at, std::size_t size, std::string_view what) {
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size() - 2; i++)
        if (before[i] != after[i] && (i < at || i >= at + size)) FAIL() << what << ": byte " << i;
    EXPECT_FALSE(checksum_problem(after)) << what;
    EXPECT_FALSE(std::equal(before.begin() + std::ptrdiff_t(at), before.begin() + std::ptrdiff_t(at + size),
                            after.begin() + std::ptrdiff_t(at)))
        << what;
}

}  // namespace

TEST(bank, every_bank_of_the_fixtures_opens_and_sealing_it_changes_nothing) {
    for (const auto& path : bank_files()) {
        const Bytes bytes = test::load(path);
        ASSERT_TRUE(open_bank(bytes)) << path << sentence(open_bank(bytes).problem());
        EXPECT_FALSE(checksum_problem(bytes)) << path;
        Bytes again = bytes;
        seal(again);
        EXPECT_EQ(again, bytes) << path;
    }
}

// The edited mask of 21 is an error of the tool that wrote those files, and so a finding.
TEST(bank, values_of_the_fixtures_are_in_their_ranges) {
    for (const auto& path : bank_files()) {
        const Bytes bytes = test::load(path);
        for (const Problem& problem : validate(schema<Bank>, bytes))
            if (problem.path != "parts_edited" || problem.found != "21") ADD_FAILURE() << path << ": " << sentence(problem);
    }
}

TEST(bank, writing_every_value_as_it_was_read_changes_no_byte) {
    Bytes bytes = fixture("octatools-bank-copy/bank01.strd");
    if (bytes.empty()) bytes = blank_bank();
    std::size_t wrong = 0, seen = 0;
    const auto check = [&](const Visit& visit) {
        const Field& field = visit.field;
        if (field.kind == Kind::unknown || field.kind == Kind::text || field.kind == Kind::constant) return;
        const Bytes same = encoded(visit.place(), bytes, number(visit.place(), bytes));
        wrong += !std::equal(same.begin(), same.end(), bytes.begin() + std::ptrdiff_t(visit.offset));
        seen++;
    };
    walk(schema<Pattern>, 22, check);
    for (std::size_t at : {585430u, 610754u}) walk(schema<Part>, at, check);
    EXPECT_EQ(wrong, 0u);
    EXPECT_GT(seen, 30000u);
}

TEST(bank, one_edit_of_every_editable_field_changes_its_bytes_and_the_sum_alone) {
    Bytes bytes = blank_bank();
    const Bytes before = bytes;
    std::set<const Field*> done;
    const std::size_t at_pattern = 22 + 36588 * 4;
    const auto edit = [&](const Visit& visit) {
        if (!editable(visit.field) || !done.insert(&visit.field).second) return;
        const Bytes now = edited(visit.place(), bytes);
        if (now.empty()) return;
        std::copy(now.begin(), now.end(), bytes.begin() + std::ptrdiff_t(visit.offset));
        seal(bytes);
        expect_only(before, bytes, visit.offset, visit.field.size, visit.path());
        bytes = before;
    };
    walk(schema<Pattern>, at_pattern, edit);
    walk(schema<Part>, 585430 + 6331, edit);
    for (const char* path : {"part_saved[3]", "parts_edited", "part_names[2].text"}) {
        const Place place = *find(schema<Bank>, path);
        edit({*place.field, place.offset, Trail{}});
    }
    EXPECT_GT(done.size(), 200u);
}

TEST(bank, the_vectors_of_a_device_bank_are_decoded) {
    const Bytes bytes = fixture("octatools-bank-copy/bank01.strd");
    if (bytes.empty()) return;
    const Bank& bank = **open_bank(bytes);
    const Part& part = bank.parts[0];
    const int machines[] = {0, 0, 1, 1, 2, 3, 4, 4};
    for (int t = 0; t < 8; t++) EXPECT_EQ(part.machines[t], machines[t]);
    const u8 slots[4][5] = {{0, 0, 0, 0, 0x80}, {0x7F, 1, 0, 0, 0x81}, {2, 0, 0, 0, 0x82}, {3, 0x7F, 0, 0, 0x83}};
    EXPECT_FALSE(std::memcmp(part.slots, slots, sizeof slots));
    const Pattern& first = bank.patterns[0];
    const int sample_locks[] = {1, 126, 1, 126};
    for (int t = 0; t < 4; t++) {
        EXPECT_EQ(first.audio_tracks[t].trigs, steps({1, 9}));
        EXPECT_EQ(lock_at(first.audio_tracks[t], 8, sample_lock), sample_locks[t]);
    }
    EXPECT_EQ(lock_shown(part, 1, sample_lock, 126), "S127");
    EXPECT_EQ(lock_shown(part, 3, sample_lock, 126), "F127");
}

TEST(bank, the_masks_and_the_trailer_of_a_device_bank_are_decoded) {
    const Bytes bytes = fixture("octatools-bank-copy/bank01.strd");
    if (bytes.empty()) return;
    const Bank& bank = **open_bank(bytes);
    const AudioTrack& t6 = bank.patterns[0].audio_tracks[5];
    EXPECT_EQ(t6.trigs, steps({1, 15}));
    EXPECT_EQ(t6.trigless_trigs, steps({9}));
    EXPECT_EQ(t6.trigless_locks, steps({13}));
    EXPECT_EQ(t6.one_shots, steps({5}));
    for (int step : {5, 9, 13, 15})
        for (int index = 18; index < 24; index++) EXPECT_EQ(lock_at(t6, step - 1, index), 0);
    EXPECT_EQ(bank.patterns[1].tail.length, 32);
    EXPECT_EQ(bank.patterns[1].tail.part, 1);
    EXPECT_EQ(bank.patterns[1].audio_tracks[0].trigs, steps({1, 9, 17, 25}));
    EXPECT_EQ(bank.parts_edited, 0x0E);
    for (int i = 0; i < 4; i++) {
        EXPECT_EQ(bank.part_saved[i], 1);
        EXPECT_EQ(bank.part_names[i].text.view(), "TEST" + std::to_string(i + 1));
    }
}

TEST(bank, the_vectors_of_a_tool_written_bank_are_decoded) {
    const Bytes bytes = fixture("octapy-hello-flex/bank01.work");
    if (bytes.empty()) return;
    const AudioTrack& t1 = (*open_bank(bytes))->patterns[0].audio_tracks[0];
    EXPECT_EQ(t1.trigs, steps({1, 3, 5, 7, 8, 10, 12, 14, 15}));
    for (int step = 0; step < 64; step++) {
        if (!t1.trigs.at(step)) continue;
        EXPECT_EQ(t1.locks[step].amp_vol, 119);
        EXPECT_EQ(condition_word(condition(t1.trig_words[step])), "87 %");
    }
}

TEST(bank, steps_of_device_files_have_one_type_and_locks_without_a_trig_have_their_bit) {
    for (const auto& path : bank_files()) {
        const Bytes bytes = test::load(path);
        for (const Pattern& pattern : (*open_bank(bytes))->patterns)
            for (const AudioTrack& track : pattern.audio_tracks) {
                const u64 kinds[] = {track.trigs, track.trigless_trigs, track.trigless_locks, track.one_shots};
                u64 seen = 0;
                for (u64 kind : kinds) {
                    EXPECT_FALSE(seen & kind) << path;
                    seen |= kind;
                }
                for (int step = 0; step < 64; step++) EXPECT_TRUE((seen >> step & 1) || !has_locks(track, step)) << path;
            }
    }
}

TEST(bank, a_tag_out_of_place_is_told_with_offset_and_path) {
    const struct {
        std::size_t offset;
        const char *path, *expected;
    } tags[] = {{22 + 36588 * 3, "patterns[4].tag", "PTRN"},
                {22 + 36588 * 3 + 8 + 2338 * 2, "patterns[4].audio_tracks[3].tag", "TRAC"},
                {22 + 36588 * 3 + 8 + 2338 * 2 + 8, "patterns[4].audio_tracks[3].index", "2"},
                {22 + 18712 + 2233 * 7, "patterns[1].midi_tracks[8].tag", "MTRA"},
                {585430 + 6331, "parts[2].tag", "PART"},
                {610754 + 6331 * 3 + 8, "saved_parts[4].index", "3"}};
    for (const auto& tag : tags) {
        Bytes bytes = blank_bank();
        bytes[tag.offset] = std::byte('x');
        const auto bank = open_bank(bytes);
        ASSERT_FALSE(bank);
        EXPECT_EQ(bank.problem().offset, tag.offset);
        EXPECT_EQ(bank.problem().path, tag.path);
        EXPECT_EQ(bank.problem().expected, tag.expected);
        EXPECT_EQ(bank.problem().cause, Cause::broken);
    }
}

TEST(bank, a_file_of_another_size_kind_or_version_is_refused_with_what_was_found) {
    const Bytes good = blank_bank();
    EXPECT_EQ(open_bank({}).problem().found, "0 bytes");
    EXPECT_EQ(open_bank(ByteView(good).first(1000)).problem().expected, "636113 bytes");
    Bytes bytes = good;
    bytes.push_back(std::byte(0));
    EXPECT_EQ(open_bank(bytes).problem().found, "636114 bytes");
    bytes = good;
    std::copy_n(bytes_of("ARRA").begin(), 4, bytes.begin() + 12);
    EXPECT_EQ(open_bank(bytes).problem().expected, "DPS1BANK");
    bytes = good;
    bytes[21] = std::byte(24);
    EXPECT_EQ(open_bank(bytes).problem().cause, Cause::unsupported);
    EXPECT_EQ(open_bank(Bytes(sizeof(Bank))).problem().expected, "FORM");
}

TEST(bank, a_wrong_sum_is_a_finding_and_not_a_refusal) {
    Bytes bytes = blank_bank();
    bytes.back() ^= std::byte(1);
    EXPECT_TRUE(open_bank(bytes));
    const auto problem = checksum_problem(bytes);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->offset, 636111u);
    EXPECT_EQ(problem->severity, Severity::warning);
    seal(bytes);
    EXPECT_FALSE(checksum_problem(bytes));
}

TEST(bank, the_sum_of_any_bytes_is_that_of_a_plain_loop) {
    std::mt19937 random(5);
    for (std::size_t size : {0u, 17u, 18u, 19u, 33u, 100u, 1000u, 70000u, 636113u}) {
        Bytes bytes(size, std::byte(0xFF));
        for (std::size_t i = 0; i < size && size != 70000; i++) bytes[i] = std::byte(random());
        u16 sum = 0;
        for (std::size_t i = 16; i + 2 < size; i++) sum = u16(sum + u8(bytes[i]));
        EXPECT_EQ(checksum(bytes), sum) << size;
    }
}

TEST(bank, an_untouched_pattern_is_told_from_a_used_one) {
    Bytes bytes = blank_bank();
    Pattern& pattern = overlay<Bank>(bytes)->patterns[0];
    EXPECT_TRUE(is_untouched(pattern));
    place_trig(pattern.midi_tracks[7], 63, TrigType::trig);
    EXPECT_FALSE(is_untouched(pattern));
    EXPECT_EQ(trig_total(pattern), 1);
    set_lock(pattern.midi_tracks[7], 63, 0, 1);
    EXPECT_EQ(lock_total(pattern), 1);
}

TEST(bank, ten_thousand_damaged_banks_are_opened_or_refused_but_harm_nobody) {
    const Bytes good = blank_bank();
    Bytes bytes = good;
    std::mt19937 random(20250101);
    const auto some = [&](std::size_t n) { return std::size_t(random()) % n; };
    int opened = 0;
    for (int i = 0; i < 10000; i++) {
        std::array<std::size_t, 6> places{};
        for (auto& at : places) bytes[at = i % 4 == 0 ? some(64) : some(bytes.size())] = std::byte(random());
        const std::size_t size = i % 8 == 7 ? some(bytes.size()) : bytes.size();
        if (const auto bank = open_bank(ByteView(bytes).first(size))) {
            opened++;
            const Pattern& pattern = (*bank)->patterns[some(16)];
            const Part& part = (*bank)->parts[pattern.tail.part & 3];
            thumbnail(pattern), slots_used(pattern, part);
            validate(schema<AudioTrack>, std::as_bytes(std::span(&pattern.audio_tracks[some(8)], 1)), 50);
            if (i % 50 == 0) validate(schema<Part>, std::as_bytes(std::span(&part, 1)), 50);
            if (i % 400 == 0) validate(schema<Bank>, bytes, 50), bank_changes(good, bytes, 0);
        }
        for (std::size_t at : places) bytes[at] = good[at];
    }
    EXPECT_GT(opened, 1000);
    EXPECT_EQ(bytes, good);
}
