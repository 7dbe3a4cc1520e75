// Damaged projects and bundles, with fixed seeds: what changed is named, and nobody is harmed. Ten thousand damaged files of every
// format are in any/mutants_test.
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

void mutate(Bytes& file, std::mt19937& random) {
    for (u32 n = 0, count = 1 + random() % 3; n < count; n++) file[random() % file.size()] = std::byte(random());
    if (random() % 8 == 0) file.resize(random() % file.size());
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
        mutate(bytes, random);
        slowest.time([&] { taken += bool(plan_bundle(bytes, disk)); });
    }
    std::cout << taken << " of 2000 damaged bundles still good\n";
}
