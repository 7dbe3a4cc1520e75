// Damaged files by the ten thousand, with fixed seeds: what is read of them harms nobody, and none takes a second.
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "any/file.h"
#include "opz/bundle.h"
#include "opz/kit.h"
#include "projects.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::opz;
using Clock = std::chrono::steady_clock;

namespace {

struct Slowest {
    Clock::duration longest{};
    template <class Work>
    void time(const Work& work) {
        const auto start = Clock::now();
        work();
        longest = std::max(longest, Clock::now() - start);
    }
    ~Slowest() { EXPECT_LT(longest, std::chrono::seconds(1)); }
};

Bytes small_kit() {
    std::vector<i16> sound(400, 77);
    return *make_drum_kit(sound, std::vector<NewSlice>{{0, 200}, {200, 400}});
}

Bytes bytes_from(std::string_view text) {
    const ByteView bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

// All that can be asked of a file, whatever it is.
int look(const any::File& file) {
    if (file.problem()) return 0;
    (void)file.check();
    (void)file.summary();
    (void)file.list("");
    (void)file.read("name");
    (void)file.read("patterns[3].notes[1].kick[1].micro_timing");
    return 1;
}

void mutate(Bytes& file, std::mt19937& random, std::string_view telling) {
    for (u32 n = 0, count = 1 + random() % 3; n < count; n++) {
        const std::size_t at = random() % file.size();
        file[at] = telling.empty() || random() % 2 ? std::byte(random()) : std::byte(telling[random() % telling.size()]);
    }
    if (random() % 8 == 0) file.resize(random() % file.size());
    if (!telling.empty() && !file.empty() && random() % 8 == 0)
        file.insert(file.end(), file.begin(), file.begin() + std::ptrdiff_t(random() % file.size()));
}

}  // namespace

TEST(opz_mutants, ten_thousand_single_bytes_of_a_project_are_named_where_they_change) {
    std::mt19937 random(41);
    const Bytes original = test::busy_project();
    Bytes file = original;
    for (int i = 0; i < 10000; i++) {
        const std::size_t at = random() % file.size();
        file[at] ^= std::byte(1 + random() % 255);
        const std::string path = path_at(project_schema(file.size()), at);
        ASSERT_FALSE(path.empty()) << at;
        if (i % 50 == 0) {  // all of it takes a while under sanitizers
            const auto told = any::File("a.opz", original).differences(any::File("a.opz", file));
            ASSERT_TRUE(told);
            EXPECT_FALSE(told->empty()) << path;
        }
        file[at] = original[at];
    }
}

TEST(opz_mutants, ten_thousand_projects_harm_nobody) {
    std::mt19937 random(42);
    Slowest slowest;
    const Bytes original = test::busy_project();
    Bytes file = original;
    int opened = 0;
    for (int i = 0; i < 10000; i++) {
        std::array<std::size_t, 24> places{};
        const std::size_t near = 572 + std::size_t(random() % 16) * 21392;
        for (auto& at : places) file[at = random() % 2 ? random() % file.size() : near + random() % 200] = std::byte(random());
        const std::size_t size = i % 8 == 7 ? random() % file.size() : file.size() - (i % 8 == 6 ? 4 : 0);
        const ByteView view = ByteView(file).first(size);
        slowest.time([&] {
            if (i % 20 == 0)
                opened += look(any::File("a.opz", Bytes(view.begin(), view.end())));
            else
                opened += bool(open_project(view));
        });
        for (const std::size_t at : places) file[at] = original[at];
    }
    EXPECT_GT(opened, 5000);
    EXPECT_EQ(file, original);
}

TEST(opz_mutants, ten_thousand_kits_harm_nobody) {
    std::mt19937 random(43);
    Slowest slowest;
    const Bytes original = small_kit();
    int opened = 0;
    for (int i = 0; i < 10000; i++) {
        Bytes bytes = original;
        mutate(bytes, random, "{}[]\",:0123456789-e\\");
        slowest.time([&] {
            any::File file("kit.aif", bytes);
            opened += i % 4 ? bool(open_kit(bytes)) : look(file);  // all of it takes a while under sanitizers
            if (i % 10 == 0 && file.format() && !file.problem()) {
                (void)file.json(JsonDetail::brief);
                (void)file.set("end[1]", {"300"});
                (void)any::File("kit.aif", original).differences(any::File("kit.aif", bytes));
            }
        });
    }
    EXPECT_GT(opened, 1000);
}

TEST(opz_mutants, ten_thousand_settings_and_logs_harm_nobody) {
    std::mt19937 random(44);
    Slowest slowest;
    const std::pair<std::string, Bytes> originals[] = {
        {"midi.json",
         bytes_from("{ \"track_channels\" : [ 0, 1, 2 ], \"midi_echo\":true, \"parameter_cc_out\": [[1,2],[3,4]] }\n")},
        {"dmx.json", bytes_from(R"({"profiles":[{"name":"rgb","channels":["red",7]}],"config":[{"fixture":1,"profile":"rgb"}]})")},
        {"import.log",
         bytes_from(
             "[IMPORT STARTED]\n  importing a...INVALID\n  importing b...SUCCESS. New used space 7 kB\n[IMPORT COMPLETE]\n")}};
    for (const auto& [name, original] : originals) {
        int opened = 0;
        for (int i = 0; i < 10000; i++) {
            Bytes bytes = original;
            mutate(bytes, random, "{}[]\",:0123456789-\\. \n");
            slowest.time([&] {
                any::File file(name, bytes);
                opened += look(file);
                (void)file.set("track_channels[1]", {"3"});
                (void)file.set("config[1].profile", {"rgb"});
                if (i % 10 == 0) (void)file.json(JsonDetail::brief);
            });
        }
        EXPECT_GT(opened, 300) << name;
    }
}

TEST(opz_mutants, damaged_bundles_harm_nobody) {
    std::mt19937 random(45);
    Slowest slowest;
    Bytes project = blank_project();
    const Bytes kit = small_kit();
    const std::vector<DiskEntry> disk = {{"projects/project01.opz", project}, {"samplepacks/1-kick/01/kick.aif", kit}};
    const Bytes zip = make_bundle(disk, "projects/project01.opz")->zip;
    int taken = 0;
    for (int i = 0; i < 2000; i++) {  // ten thousand damaged zips are opened in archive/mutants_test
        Bytes bytes = zip;
        mutate(bytes, random, "");
        slowest.time([&] { taken += bool(plan_bundle(bytes, disk)); });
    }
    std::cout << taken << " of 2000 damaged bundles still good\n";
}
