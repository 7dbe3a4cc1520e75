// A project of an OP-Z as a bundle, and a bundle onto a disk, in the editor.
#include "opz/bundle.h"
#include "archive/zip.h"
#include "editor.h"
#include "opz_files.h"

using namespace groovebench;

namespace {

struct OnDisk : Editor {
    explicit OnDisk(std::map<std::string, Bytes> disk = an_opz_disk()) : Editor(std::move(disk)) { test.frames(12); }
    void choose(Bytes zip) {
        to_choose = std::move(zip);
        test.click("bring-bundle"), test.frames(8);
    }
    std::map<std::string, Bytes> documents() {
        std::map<std::string, Bytes> all;
        for (const std::string_view path : session().document.paths()) {
            const ByteView bytes = session().document.bytes(path);
            all[std::string(path)] = {bytes.begin(), bytes.end()};
        }
        return all;
    }
};

std::map<std::string, Bytes> unpacked(const Bytes& zip) {
    std::map<std::string, Bytes> all;
    const auto opened = archive::open_zip(zip);
    if (!opened) return all;
    for (const auto& entry : opened->entries) all[entry.name] = *archive::read_entry(*opened, entry);
    return all;
}

// The bundle of the song of a_disk, made by the core.
Bytes song_bundle() {
    const auto disk = an_opz_disk();
    std::vector<opz::DiskEntry> entries;
    for (const auto& [path, bytes] : disk) entries.push_back({path, bytes});
    return opz::make_bundle(entries, song)->zip;
}

}  // namespace

TEST(opz_bundles, a_bundle_holds_the_project_as_it_stands_and_its_kits) {
    OnDisk editor;
    editor.session().document.put(song, 520, Bytes(1, std::byte{99}), "tempo");
    editor.test.click("make-bundle"), editor.test.frames(4);
    EXPECT_TRUE(editor.test.shows("is missing and does not go in"));
    EXPECT_TRUE(editor.test.shows("edits that are not saved yet go in"));
    editor.test.click("bundle-build"), editor.test.frames(6);
    ASSERT_EQ(editor.downloads.count("project01.zip"), 1u);
    auto wanted = an_opz_disk();
    const auto is = unpacked(editor.downloads["project01.zip"]);
    ASSERT_EQ(is.size(), 2u);
    wanted[song][520] = std::byte{99};
    EXPECT_TRUE(is.at(song) == wanted[song]);
    EXPECT_TRUE(is.at(kick) == wanted[kick]);
    EXPECT_TRUE(editor.test.shows("project01.zip · "));
}

TEST(opz_bundles, an_edited_kit_goes_in_as_it_was_edited) {
    OnDisk editor;
    editor.session().show_file(kick), editor.test.frames(6);
    const ByteView now = editor.session().document.bytes(kick);
    Bytes edited(now.begin(), now.end());
    edited[edited.size() - 1] ^= std::byte{1};
    editor.session().document.replace(kick, edited, "edit");
    editor.session().show_file(song), editor.test.frames(6);
    editor.test.click("make-bundle"), editor.test.frames(4);
    editor.test.click("bundle-build"), editor.test.frames(6);
    EXPECT_TRUE(unpacked(editor.downloads["project01.zip"]).at(kick) == edited);
}

TEST(opz_bundles, a_bundle_comes_in_as_one_edit_and_other_projects_are_as_they_were) {
    std::map<std::string, Bytes> disk = an_opz_disk();
    disk[kick] = kit_of(9);  // the name is taken by another kit of the same size
    OnDisk editor(disk);
    editor.choose(song_bundle());
    EXPECT_EQ(editor.read_for_bundle, std::vector<std::string>{kick}) << "only what may be the same is read";
    EXPECT_TRUE(editor.test.shows("samplepacks/1-kick/03/kick-2.aif"));
    EXPECT_TRUE(editor.test.shows("its name was taken"));
    EXPECT_TRUE(editor.test.shows("Kits go into kick 03.")) << "which may look empty and hold a reference";
    EXPECT_TRUE(editor.test.shows("projects/project03.opz"));
    auto before = editor.documents();
    editor.test.click("bundle-in-go"), editor.test.frames(12);
    app::Session& session = editor.session();
    EXPECT_EQ(session.document.undo_label(), "bring in song.zip");
    EXPECT_EQ(session.document.position(), 1u) << "one edit";
    ASSERT_TRUE(session.document.is_open("samplepacks/1-kick/03/kick-2.aif"));
    EXPECT_EQ(plug_at(session.document.bytes("projects/project03.opz"), 0), opz::kit_id("kick-2.aif"));
    for (const auto& [path, bytes] : before) EXPECT_TRUE(std::ranges::equal(session.document.bytes(path), bytes)) << path;
    EXPECT_EQ(session.document.changed_paths().size(), 2u);
    EXPECT_EQ(session.selection.file, "projects/project03.opz");
    session.undo(), editor.test.frames(6);
    EXPECT_TRUE(session.document.changed_paths().empty());
}

TEST(opz_bundles, a_kit_that_is_there_is_used_and_a_project_that_is_there_may_be_replaced) {
    OnDisk editor;
    editor.choose(song_bundle());
    EXPECT_TRUE(editor.test.shows("there already"));
    editor.session().bundle_in.plan_for(2, true), editor.test.frames(6);
    EXPECT_TRUE(editor.test.shows("the project that is there is replaced"));
    editor.test.click("bundle-in-go"), editor.test.frames(12);
    const auto disk = an_opz_disk();
    EXPECT_TRUE(std::ranges::equal(editor.session().document.bytes("projects/project02.opz"), disk.at(song)));
    EXPECT_EQ(editor.session().document.changed_paths(), std::vector<std::string>{"projects/project02.opz"});
}

TEST(opz_bundles, what_is_no_bundle_is_said_and_nothing_opens) {
    OnDisk editor;
    editor.choose(Bytes(100, std::byte{7}));
    EXPECT_EQ(editor.test.find("bundle-in-go"), nullptr);
    ASSERT_NE(editor.last("announce"), nullptr);
    EXPECT_NE(editor.last("announce")->json.find("song.zip: "), std::string::npos) << editor.last("announce")->json;
}

TEST(opz_bundles, a_full_disk_says_so_and_offers_to_replace) {
    auto disk = an_opz_disk();
    for (int n = 3; n <= 10; n++) disk[app::Disk::project_path(n)] = opz::blank_project();
    OnDisk editor(std::move(disk));
    editor.test.frames(20);
    editor.choose(song_bundle());
    EXPECT_TRUE(editor.test.shows("expected a free number from 1 to 10, found none"));
    const ui::Item* go = editor.test.find("bundle-in-go");
    ASSERT_NE(go, nullptr);
    EXPECT_TRUE(go->disabled);
    editor.test.key(ImGuiKey_Escape), editor.test.frames(4);
    EXPECT_EQ(editor.session().bundle_in.state(), app::BundleIn::State::idle);
}
