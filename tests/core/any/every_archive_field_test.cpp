// One edit of every kind of field of every member, through a backup and a project of an EP-133: the member becomes what the same
// edit makes of it alone (every_field_test looks at that), and nothing else in the archive moves.
#include "edits.h"

using namespace groovebench;
using any::File;
using namespace groovebench::test;

namespace {

// What a path leads to: the member, and the rest of the path in it.
struct Led {
    ep133::Member member;
    std::string rest;
    Bytes bytes;
    File alone() const { return {member.path, bytes}; }
};
Led lead(const ep133::Contents& contents, const std::string& path) {
    std::string_view rest;
    const ep133::Member* member = contents.at_key(path, rest);
    if (!member) throw std::runtime_error("no member at " + path);
    return {*member, std::string(rest), *contents.bytes(*member)};
}

// The packed bytes of all entries but one are those that were there, and so is what the directory says of them.
void expect_other_entries(const archive::Zip& before, const archive::Zip& after, std::size_t touched) {
    ASSERT_EQ(before.entries.size(), after.entries.size());
    for (std::size_t i = 0; i < before.entries.size(); i++) {
        const auto &was = before.entries[i], &is = after.entries[i];
        EXPECT_EQ(was.name, is.name);
        if (i == touched) continue;
        EXPECT_TRUE(std::ranges::equal(before.file.subspan(was.local, was.end - was.local),
                                       after.file.subspan(is.local, is.end - is.local)))
            << was.name;
    }
}

// A project with one member of the same size in its place differs in these bytes alone; the sum of its header stays, too.
void expect_other_members(ByteView before, ByteView after, std::size_t touched, ByteView bytes) {
    const auto was = archive::open_tar(before), is = archive::open_tar(after);
    ASSERT_TRUE(was && is);
    const auto& member = was->members[touched];
    ASSERT_EQ(member.size, bytes.size()) << member.name;
    Bytes wanted(before.begin(), before.end());
    std::ranges::copy(bytes, wanted.begin() + std::ptrdiff_t(member.data));
    EXPECT_TRUE(std::ranges::equal(after, wanted)) << member.name;
}

void expect_only_member(const File& original, const File& file, const Led& led, ByteView wanted) {
    const auto before = ep133::Contents::open(original.bytes()), after = ep133::Contents::open(file.bytes());
    ASSERT_TRUE(before && after);
    EXPECT_TRUE(std::ranges::equal(*after->bytes(*after->at_path(led.member.path)), wanted)) << led.member.path;
    if (before->zip()) expect_other_entries(*before->zip(), *after->zip(), led.member.entry);
    if (led.member.in_tar)
        expect_other_members(before->tar(led.member.entry), after->tar(led.member.entry), *led.member.in_tar, wanted);
}

void edit_each_kind(const File& original) {
    const auto contents = *ep133::Contents::open(original.bytes());
    int kinds = 0;
    for (const auto& [kind, paths] : paths_by_kind(original)) {
        bool done = false;
        std::string refusal, format;
        for (const std::string& path : paths) {
            const Led led = lead(contents, path);
            File file = original, alone = led.alone();
            format = alone.format()->name;
            const ValueRead value = *original.read(path);
            if (!set_to_another(file, value, refusal)) continue;
            done = true;
            ASSERT_TRUE(alone.set(led.rest, {file.read(path)->shown})) << path;
            const bool moves = path.ends_with(".position");  // an event to its place: another one has its path
            if (!moves) expect_only_member(original, file, led, alone.bytes());
            EXPECT_FALSE(file.problem()) << path;
            EXPECT_FALSE(original.differences(file)->empty()) << path;
            if (!moves) expect_the_way_back(file, value);
            break;
        }
        const std::string rest = kind_of_path(lead(contents, paths.front()).rest);
        EXPECT_NE(done, is_never_set(format, rest)) << kind << ": " << refusal;
        kinds++;
    }
    std::cout << original.name() << ": " << kinds << " kinds\n";
    EXPECT_GT(kinds, 50);
}

}  // namespace

TEST(any_archive_field, an_edit_of_every_kind_in_a_project_changes_its_member_alone) {
    edit_each_kind(File("P01.tar", a_project()));
}
TEST(any_archive_field, an_edit_of_every_kind_in_a_backup_changes_its_member_alone) {
    edit_each_kind(File("SONG.ppak", a_backup()));
}
