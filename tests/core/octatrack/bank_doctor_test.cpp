#include "octatrack/bank_doctor.h"

#include <gtest/gtest.h>

#include <cstring>
#include <ctime>
#include <set>

#include "../archive/fixture_files.h"
#include "octatrack/trigs.h"
#include "random_files.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

constexpr std::size_t first_part = offsetof(Bank, parts), ending_at = offsetof(Bank, part_saved);

std::vector<Bytes> banks() {
    std::vector<Bytes> all = {test_files::busy_bank(), blank_bank()};
    for (const char* name :
         {"octatools-bank-copy/bank01.strd", "octatrack-manager-multipart/bank01.work", "octapy-hello-flex/bank01.work"})
        for (const auto& path : test::fixtures("octatrack", name)) all.push_back(test::load(path));
    return all;
}

Bytes without(const Bytes& file, std::size_t at, std::size_t size) {
    Bytes out = file;
    out.erase(out.begin() + std::ptrdiff_t(at), out.begin() + std::ptrdiff_t(at + size));
    return out;
}
Bytes with(const Bytes& file, std::size_t at, const Bytes& more) {
    Bytes out = file;
    out.insert(out.begin() + std::ptrdiff_t(at), more.begin(), more.end());
    return out;
}

// Evenly over the file, and where records meet.
std::vector<std::size_t> hundred_places() {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < 80; i++) places.push_back(i * (sizeof(Bank) - 33) / 79);
    for (const std::size_t edge :
         {std::size_t(22), 22 + sizeof(Pattern), 22 + 9 * sizeof(Pattern), first_part, first_part + 2 * sizeof(Part),
          first_part + 4 * sizeof(Part), ending_at - sizeof(Part), ending_at})
        for (const std::size_t before : {std::size_t(32), std::size_t(0)}) places.push_back(edge - std::min(edge, before));
    for (const std::size_t at : {22 + sizeof(Pattern) - 16, first_part - 16, ending_at - 5, sizeof(Bank) - 32})
        places.push_back(at);
    return places;
}

struct Tally {
    int kept = 0, wrong = 0;
};

// Every pattern and part outside the touched bytes must be there again, byte for byte.
Tally compare_untouched(const Bytes& original, const Bytes& rebuilt, std::size_t from, std::size_t to) {
    Tally tally;
    const auto check = [&](std::size_t at, std::size_t size) {
        if (at < to && from < at + size) return;
        const bool same = !std::memcmp(original.data() + at, rebuilt.data() + at, size);
        tally.kept += same, tally.wrong += !same;
    };
    for (std::size_t p = 0; p < 16; p++) check(22 + p * sizeof(Pattern), sizeof(Pattern));
    for (std::size_t i = 0; i < 8; i++) check(first_part + i * sizeof(Part), sizeof(Part));
    return tally;
}

void expect_rebuilt(const Bytes& original, const Bytes& damaged, std::size_t from, std::size_t to) {
    const auto damage = examine_bank(damaged);
    ASSERT_TRUE(damage) << from;
    EXPECT_FALSE(damage->is_sound()) << from;
    EXPECT_FALSE(damage_findings(*damage).empty()) << from;
    const RebuiltBank rebuilt = rebuild_bank(damaged, *damage);
    EXPECT_TRUE(open_bank(rebuilt.bytes)) << from;
    EXPECT_FALSE(checksum_problem(rebuilt.bytes)) << from;
    const Tally tally = compare_untouched(original, rebuilt.bytes, from, to);
    EXPECT_EQ(tally.wrong, 0) << from;
    EXPECT_GE(tally.kept, 22) << from;
}

std::vector<std::string> sentences(const std::vector<Problem>& problems) {
    std::vector<std::string> out;
    for (const Problem& problem : problems) out.push_back(sentence(problem));
    return out;
}

double seconds_of(auto work) {
    const std::clock_t start = std::clock();
    work();
    return double(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

TEST(bank_doctor, a_sound_bank_is_left_alone) {
    for (const Bytes& bank : banks()) {
        const auto damage = examine_bank(bank);
        ASSERT_TRUE(damage);
        EXPECT_TRUE(damage->is_sound());
        EXPECT_TRUE(damage->checksum_is_right);
        EXPECT_TRUE(damage_findings(*damage).empty());
        EXPECT_EQ(rebuild_bank(bank, *damage).bytes, bank);
        EXPECT_TRUE(rebuild_bank(bank, *damage).notes.empty());
    }
}

TEST(bank_doctor, a_wrong_sum_alone_is_no_damage_to_the_layout) {
    Bytes bank = test_files::busy_bank();
    bank[100000] ^= std::byte(1);
    EXPECT_TRUE(examine_bank(bank)->is_sound());
    EXPECT_FALSE(examine_bank(bank)->checksum_is_right);
}

TEST(bank_doctor, thirty_two_bytes_cut_at_each_of_a_hundred_places_cost_only_what_they_touch) {
    const auto places = hundred_places();
    ASSERT_EQ(places.size(), 100u);
    const auto all = banks();
    for (std::size_t i = 0; i < places.size(); i++) {
        const Bytes& bank = all[i % 4 ? 0 : i / 4 % all.size()];
        expect_rebuilt(bank, without(bank, places[i], 32), places[i], places[i] + 32);
    }
}

TEST(bank_doctor, thirty_two_bytes_too_many_at_each_of_a_hundred_places_cost_only_what_they_touch) {
    std::mt19937 random(5);
    const auto places = hundred_places();
    const auto all = banks();
    for (std::size_t i = 0; i < places.size(); i++) {
        const Bytes& bank = all[i % 4 ? 0 : i / 4 % all.size()];
        Bytes more(32, std::byte(i % 2 ? 0xFF : 0));
        if (i % 3 == 0) std::ranges::generate(more, [&] { return std::byte(random()); });
        // Between two records nothing is touched; inside one, the record is.
        expect_rebuilt(bank, with(bank, places[i], more), places[i], places[i]);
    }
}

TEST(bank_doctor, the_whole_tracks_of_a_damaged_pattern_are_kept) {
    const Bytes& bank = test_files::busy_bank();
    const std::size_t in_t3 = 22 + 4 * sizeof(Pattern) + 8 + 2 * sizeof(AudioTrack) + 500;
    const Bytes damaged = without(bank, in_t3, 32);
    const auto damage = examine_bank(damaged);
    EXPECT_EQ(damage->patterns[4].damage, Damage::partial);
    const RebuiltBank rebuilt = rebuild_bank(damaged, *damage);
    EXPECT_EQ(rebuilt.notes, (std::vector<std::string>{"Pattern 5: blank now: T3"}));
    const Bank &was = *overlay<Bank>(bank), &is = *overlay<Bank>(rebuilt.bytes);
    for (int t = 0; t < track_count; t++) {
        const bool same = !std::memcmp(&was.patterns[4].audio_tracks[t], &is.patterns[4].audio_tracks[t], sizeof(AudioTrack));
        EXPECT_EQ(same, t != 2);
        EXPECT_FALSE(std::memcmp(&was.patterns[4].midi_tracks[t], &is.patterns[4].midi_tracks[t], sizeof(MidiTrack)));
    }
    EXPECT_FALSE(std::memcmp(&was.patterns[4].tail, &is.patterns[4].tail, sizeof(PatternTail)));
    EXPECT_FALSE(std::memcmp(was.part_names, is.part_names, sizeof was.part_names));
}

TEST(bank_doctor, says_what_is_damaged_where_and_by_how_much) {
    const Bytes& bank = test_files::busy_bank();
    const std::size_t t3 = 22 + 4 * sizeof(Pattern) + 8 + 2 * sizeof(AudioTrack);
    const auto lines = sentences(damage_findings(*examine_bank(without(bank, t3 + 500, 32))));
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0], "layout: at 0x24E12: expected every tag at its distance, found 32 bytes lost between 0x24E12 and 0x25714");
    EXPECT_EQ(lines[1], "patterns[5]: expected a whole pattern, found lost: T3");
    const auto more = sentences(damage_findings(*examine_bank(with(bank, t3 + 500, Bytes(1)))));
    EXPECT_TRUE(more[0].ends_with("1 byte too many between 0x24E12 and 0x25735")) << more[0];
}

TEST(bank_doctor, overwritten_tags_are_written_again_and_nothing_else_changes) {
    const Bytes& bank = test_files::busy_bank();
    Bytes damaged = bank;
    for (const std::size_t at :
         {22 + 3 * sizeof(Pattern), 22 + 3 * sizeof(Pattern) + 8 + sizeof(AudioTrack), first_part + sizeof(Part)})
        std::fill_n(damaged.begin() + std::ptrdiff_t(at), 9, std::byte('x'));
    ASSERT_FALSE(open_bank(damaged));
    const auto damage = examine_bank(damaged);
    EXPECT_EQ(damage->patterns[3].damage, Damage::doubtful);
    EXPECT_EQ(damage->parts[1].damage, Damage::doubtful);
    const Bytes rebuilt = rebuild_bank(damaged, *damage).bytes;
    EXPECT_TRUE(open_bank(rebuilt));
    const Tally tally = compare_untouched(bank, rebuilt, 0, 0);
    EXPECT_EQ(tally.wrong, 0);
}

TEST(bank_doctor, many_cuts_leave_what_lies_between_them) {
    const Bytes& bank = test_files::busy_bank();
    Bytes damaged = bank;
    for (const std::size_t p : {14u, 11u, 6u, 3u, 1u})  // from behind, so that places in front stay
        damaged = without(damaged, 22 + p * sizeof(Pattern) + 9000 + 100 * p, 7 + p);
    damaged = with(damaged, 22 + 1000, Bytes(513));
    const auto damage = examine_bank(damaged);
    const Bytes rebuilt = rebuild_bank(damaged, *damage).bytes;
    const std::set<std::size_t> hurt = {0, 1, 3, 6, 11, 14};
    for (std::size_t p = 0; p < 16; p++) {
        const std::size_t at = 22 + p * sizeof(Pattern);
        EXPECT_EQ(damage->patterns[p].damage, hurt.contains(p) ? Damage::partial : Damage::none) << p;
        EXPECT_EQ(!std::memcmp(bank.data() + at, rebuilt.data() + at, sizeof(Pattern)), !hurt.contains(p)) << p;
    }
    EXPECT_FALSE(std::memcmp(bank.data() + first_part, rebuilt.data() + first_part, 8 * sizeof(Part) + 33));
}

TEST(bank_doctor, a_whole_pattern_that_went_missing_is_told_with_the_doubt_about_the_others) {
    const Bytes& bank = test_files::busy_bank();
    const Bytes damaged = without(bank, 22 + 15 * sizeof(Pattern), sizeof(Pattern));
    const auto damage = examine_bank(damaged);
    EXPECT_EQ(damage->patterns[15].damage, Damage::lost);
    EXPECT_TRUE(sentences(damage_findings(*damage))[0].find("patterns bear no number") != std::string::npos);
    EXPECT_EQ(compare_untouched(bank, rebuild_bank(damaged, *damage).bytes, 22 + 15 * sizeof(Pattern), first_part).wrong, 0);
}

TEST(bank_doctor, a_bank_cut_off_at_its_end_keeps_what_is_there) {
    const Bytes& bank = test_files::busy_bank();
    const Bytes damaged(bank.begin(), bank.begin() + 22 + 5 * sizeof(Pattern) + 20000);
    const auto damage = examine_bank(damaged);
    ASSERT_TRUE(damage);
    for (std::size_t p = 0; p < 16; p++)
        EXPECT_EQ(damage->patterns[p].damage, p < 5 ? Damage::none : p == 5 ? Damage::partial : Damage::lost) << p;
    EXPECT_EQ(damage->parts[0].damage, Damage::lost);
    EXPECT_EQ(damage->ending.damage, Damage::lost);
    const RebuiltBank rebuilt = rebuild_bank(damaged, *damage);
    EXPECT_TRUE(open_bank(rebuilt.bytes));
    EXPECT_FALSE(std::memcmp(rebuilt.bytes.data() + 22, bank.data() + 22, 5 * sizeof(Pattern)));
    EXPECT_EQ(rebuilt.notes.back(), "Names of the parts: those of a new bank now");
}

TEST(bank_doctor, a_blank_part_in_the_place_of_a_lost_one_is_marked_and_a_lost_copy_is_not_offered) {
    Bytes bank = test_files::busy_bank();
    for (int i = 0; i < 4; i++) overlay<Bank>(bank)->part_saved[i] = u8(1);
    overlay<Bank>(bank)->parts_edited = u8(0);
    const Bytes working = without(bank, first_part + sizeof(Part) + 3000, 32);
    const Bytes rebuilt = rebuild_bank(working, *examine_bank(working)).bytes;
    EXPECT_EQ(u8(overlay<Bank>(rebuilt)->parts_edited), 2);
    EXPECT_EQ(overlay<Bank>(rebuilt)->part_saved[1], 1);
    const Bytes saved = without(bank, first_part + 6 * sizeof(Part) + 3000, 32);
    const Bytes other = rebuild_bank(saved, *examine_bank(saved)).bytes;
    EXPECT_EQ(overlay<Bank>(other)->part_saved[2], 0);
    EXPECT_EQ(overlay<Bank>(other)->part_saved[1], 1);
    EXPECT_EQ(u8(overlay<Bank>(other)->parts_edited), 4);
}

TEST(bank_doctor, what_is_no_bank_is_refused_with_a_reason) {
    EXPECT_EQ(examine_bank({}).problem().found, "none");
    EXPECT_EQ(examine_bank(Bytes(700000)).problem().found, "none");
    EXPECT_EQ(examine_bank(Bytes(3 * sizeof(Bank))).problem().path, "size");
    EXPECT_EQ(examine_bank(blank_markers()).problem().expected, "DPS1BANK");
    Bytes newer = blank_bank();
    newer[21] = std::byte(24);
    EXPECT_EQ(examine_bank(newer).problem().cause, Cause::unsupported);
}

TEST(bank_doctor, files_made_to_keep_it_busy_take_less_than_a_second) {
    std::mt19937 random(11);
    std::vector<std::string> bricks = {std::string("PTRN\0\0\0\0", 8), std::string("TRAC\0\0\0\0\3", 9),
                                       std::string("PART\0\0\0\0\1", 9)};
    for (const std::string& brick : bricks) {
        Bytes file = blank_bank();
        for (std::size_t at = 22; at + brick.size() < file.size(); at += brick.size())
            std::ranges::copy(bytes_of(brick), file.begin() + std::ptrdiff_t(at));
        EXPECT_LT(seconds_of([&] {
                      if (const auto damage = examine_bank(file)) EXPECT_TRUE(open_bank(rebuild_bank(file, *damage).bytes));
                  }),
                  1.0);
    }
    Bytes noise = test_files::busy_bank();
    for (int i = 0; i < 3000; i++)
        std::ranges::copy(bytes_of(bricks[random() % 3]), noise.begin() + std::ptrdiff_t(random() % (noise.size() - 16)));
    EXPECT_LT(seconds_of([&] { EXPECT_TRUE(open_bank(rebuild_bank(noise, *examine_bank(noise)).bytes)); }), 1.0);
}

TEST(bank_doctor, cuts_and_insertions_of_any_kind_harm_nobody) {
    std::mt19937 random(77);
    const Bytes& bank = test_files::busy_bank();
    for (int i = 0; i < 30; i++) {
        Bytes file = bank;
        for (int n = 0; n < 1 + i % 5; n++) {
            const std::size_t at = random() % file.size(), size = random() % (i % 3 ? 64 : 40000);
            file = random() % 2 ? without(file, at, std::min(size, file.size() - at))
                                : with(file, at, Bytes(size, std::byte(random())));
        }
        const auto damage = examine_bank(file);
        if (damage) EXPECT_TRUE(open_bank(rebuild_bank(file, *damage).bytes));
    }
}

TEST(bank_doctor, a_checksum_is_mended_in_a_copy_and_only_where_the_file_is_one_of_ours) {
    for (Bytes file :
         {blank_bank(), blank_markers(), blank_arrangement(), write_sample_settings({.path = "x.wav"}, whole_sample(100))}) {
        const Bytes good = file;
        file.back() ^= std::byte(7);
        const Bytes damaged = file;
        EXPECT_EQ(*with_mended_checksum(file), good);
        EXPECT_EQ(file, damaged);
        file[21] ^= std::byte(1);
        EXPECT_EQ(with_mended_checksum(file).problem().cause, Cause::unsupported);
    }
    EXPECT_FALSE(with_mended_checksum(Bytes(100)));
    EXPECT_FALSE(with_mended_checksum({}));
}
