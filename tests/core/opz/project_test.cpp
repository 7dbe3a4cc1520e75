#include "opz/project.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "any/file.h"
#include "opz/compare.h"
#include "projects.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::opz;

namespace {

std::string refusal_of(const Bytes& file) {
    const auto project = open_project(file);
    return project ? "opens" : sentence(project.problem());
}

}  // namespace

TEST(opz_project, every_byte_has_a_field) {
    for (const std::size_t size : {project_size, size_without_revision}) {
        std::vector<u8> seen(size);
        walk(project_schema(size), 0, [&](const Visit& visit) {
            if (visit.field.bits && visit.field.kind != Kind::flags) return void(seen[visit.offset] = 1);  // a part of a packed one
            for (u32 i = 0; i < visit.field.size; i++) seen[visit.offset + i]++;
        });
        EXPECT_EQ(std::ranges::count(seen, 1), std::ptrdiff_t(size));
    }
}

TEST(opz_project, two_sizes_open_and_others_are_refused) {
    Bytes file = blank_project();
    EXPECT_EQ(refusal_of(file), "opens");
    EXPECT_EQ(refusal_of(test::without_revision(file)), "opens");
    file.pop_back();
    EXPECT_EQ(refusal_of(file), "size: at 0x53B3F: expected 342848 bytes, or 342844 of old firmware, found 342847 bytes");
    EXPECT_EQ(refusal_of({}), "size: at 0x0: expected 342848 bytes, or 342844 of old firmware, found 0 bytes");
}

TEST(opz_project, another_file_id_is_read_and_not_edited) {
    Bytes bytes = blank_project();
    bytes[0] = std::byte(0x4A);
    any::File file("project01.opz", bytes);
    EXPECT_FALSE(file.problem());
    ASSERT_TRUE(file.locked());
    EXPECT_EQ(sentence(*file.locked()), "project01.opz: file_id: at 0x0: expected 49 00 00 00, found 4A 00 00 00");
    EXPECT_FALSE(file.set("tempo", {"100"}));
    EXPECT_FALSE(file.allow());
    EXPECT_EQ(file.written(), bytes);
    EXPECT_EQ(file.check().front().path, "file_id");
}

TEST(opz_project, a_blank_project_has_no_finding_and_reads_as_one) {
    const any::File file("project01.opz", blank_project());
    for (const Problem& problem : file.check()) ADD_FAILURE() << sentence(problem);
    const auto lines = *file.summary();
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[0].words, "120 BPM, swing 0 %");
    EXPECT_EQ(lines[2].words, "16 untouched patterns");
    EXPECT_LT(file.json(JsonDetail::brief)->size(), 9000u);
}

TEST(opz_project, a_blank_pattern_is_the_untouched_one_of_a_device) {
    int untouched = 0;
    for (const auto& path : test::fixtures("opz", ".opz")) {
        const Bytes file = test::load(path);
        const Project& project = *overlay<Project>(file);
        std::string found;
        for (int p = 0; p < pattern_count; p++)
            if (is_blank(project.patterns[p])) found += std::to_string(p) + " ", untouched++;
        if (path.filename() == "collab-v5-project03.opz") EXPECT_NE(found.find("2 3 4 "), found.npos) << found;
        if (path.filename() == "collab-v4-bounce01.opz") EXPECT_NE(found.find("7 8 9 10 11 12 13 14 15 "), found.npos) << found;
    }
    std::cout << untouched << " patterns as in a blank project\n";
}

TEST(opz_project, what_real_projects_hold_is_no_warning) {
    for (const auto& path : test::fixtures("opz", ".opz"))
        for (const Problem& problem : any::File(path.filename().string(), test::load(path)).check())
            if (problem.severity != Severity::note) ADD_FAILURE() << sentence(problem);
}
