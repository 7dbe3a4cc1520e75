// What preflight offers for damaged members can be done, or is refused. Ten thousand damaged files of every format are in
// any/mutants_test.
#include <gtest/gtest.h>

#include <random>

#include "ep133/preflight.h"
#include "ep133_files.h"

using namespace groovebench;

TEST(ep133_mutants, whatever_is_offered_can_be_done_or_is_refused) {
    std::mt19937 random(134);
    const Bytes original = test::a_project();
    int offers = 0;
    for (int i = 0; i < 300; i++) {
        Bytes file = original;
        const auto tar = *archive::open_tar(file);
        for (int n = 0; n < 30; n++) {
            const auto& member = tar.members[random() % tar.members.size()];
            if (member.size) file[std::size_t(member.data + random() % member.size)] = std::byte(random() % 3 ? 0 : random());
        }
        for (const auto& finding : ep133::preflight("P01.tar", file, 40)) {
            if (finding.mend == ep133::Mend::none) continue;
            offers++;
            const auto mended = ep133::mended(file, finding);
            if (mended) EXPECT_TRUE(archive::open_tar(*mended));
        }
    }
    EXPECT_GT(offers, 300);
}
