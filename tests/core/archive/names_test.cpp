#include "archive/names.h"

#include <gtest/gtest.h>

using namespace groovebench;
using namespace groovebench::archive;

TEST(archive_names, ordinary_names_are_fine) {
    for (const char* name : {"a", "AUDIO/kick 01.wav", "folder/", "..a/b..", "a...b", "sets/it's: fine"})
        EXPECT_EQ(name_fault(name, RootNames::refused), nullptr) << name;
}

TEST(archive_names, names_that_could_leave_their_folder_are_refused) {
    for (const char* name : {"", "/", "..", "../a", "a/../b", "a/..", "./a", "a//b", "a\\b", "C:a", "c:/a", "a/./b", "//a"})
        EXPECT_NE(name_fault(name, RootNames::allowed), nullptr) << name;
    EXPECT_NE(name_fault(std::string_view("a\0b", 3), RootNames::allowed), nullptr);
    EXPECT_NE(name_fault("/C:/a", RootNames::allowed), nullptr);
}

TEST(archive_names, a_slash_in_front_needs_permission) {
    EXPECT_NE(name_fault("/meta.json", RootNames::refused), nullptr);
    EXPECT_EQ(name_fault("/meta.json", RootNames::allowed), nullptr);
}

TEST(archive_names, utf8_is_told_from_other_bytes) {
    EXPECT_TRUE(is_utf8("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x8E\xB9"));
    for (const char* text : {"\x80", "\xC3", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\xE2\x82"})
        EXPECT_FALSE(is_utf8(text)) << text;
}

TEST(archive_names, twins_in_case_are_a_clash) {
    const auto clash = [](std::string_view first, std::string_view second) {
        NameList list;
        list.add(first, NameList::Kind::file, 1);
        list.add(second, NameList::Kind::file, 2);
        return list.clash();
    };
    EXPECT_FALSE(clash("kick.wav", "kick2.wav"));
    EXPECT_TRUE(clash("kick.wav", "kick.wav"));
    EXPECT_TRUE(clash("/kick.wav", "KICK.wav"));
    EXPECT_TRUE(clash("\xC3\x89t\xC3\xA9", "\xC3\xA9t\xC3\x89"));
    EXPECT_EQ(clash("b", "B")->offset, 2u);
}

TEST(archive_names, a_file_where_a_folder_is_needed_is_a_clash) {
    NameList list;
    list.add("pads/a", NameList::Kind::folder, 1);
    list.add("pads/a/p01", NameList::Kind::file, 2);
    EXPECT_FALSE(list.clash());
    list.add("PADS", NameList::Kind::file, 3);
    EXPECT_TRUE(list.clash());
}
