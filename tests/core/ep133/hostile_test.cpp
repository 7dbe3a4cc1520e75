// Sixty archives made to do harm. Every one is refused with a reason and a place, none takes more memory than the budget of a
// backup and a fifth, and honest ones of rare forms open all the same.
#include <gtest/gtest.h>

#include <cstring>

#include "archive/tar_layout.h"
#include "archive/zip_layout.h"
#include "archive/zip_pack.h"
#include "ep133/preflight.h"
#include "ep133_files.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GROOVEBENCH_COUNTS_MEMORY
#include <sanitizer/allocator_interface.h>
#endif
#endif

using namespace groovebench;
using namespace groovebench::ep133;
using namespace groovebench::archive;

namespace {

constexpr u64 budget = u64(256) << 20;

// The most memory that was held at once since the last start, as the sanitizer counts it.
u64 held = 0, most_held = 0;
#ifdef GROOVEBENCH_COUNTS_MEMORY
void count_new(const volatile void*, std::size_t size) { most_held = std::max(most_held, held += size); }
void count_free(const volatile void* at) { held -= std::min<u64>(held, __sanitizer_get_allocated_size(at)); }
const bool counting = __sanitizer_install_malloc_and_free_hooks(count_new, count_free) != 0;
#else
const bool counting = false;
#endif

// One member as it shall stand in the file, right or wrong.
struct Raw {
    std::string name = "/projects/P01.tar";
    Bytes packed;
    u32 size = 0, crc = 0;
    u16 method = 0, flags = flag_utf8, made_by = 20, disk = 0;
    u32 external = 0;
    std::optional<std::string> local_name;
    std::optional<u32> local_size, local_crc, local_at, packed_size;
    Bytes extra;
};

Raw stored(std::string name, ByteView bytes) {
    Raw raw{.name = std::move(name), .size = u32(bytes.size())};
    raw.crc = append_packed(raw.packed, bytes, Method::stored, 1).crc;
    return raw;
}
Raw deflated(std::string name, ByteView bytes) {
    Raw raw{.name = std::move(name), .size = u32(bytes.size()), .method = 8};
    raw.crc = append_packed(raw.packed, bytes, Method::deflated, 1).crc;
    return raw;
}

struct End {
    std::optional<u16> entries, disk;
    std::optional<u32> directory, directory_size;
    Bytes behind;
};

Bytes zip_of(const std::vector<Raw>& members, const End& lies = {}) {
    Bytes out, directory;
    for (const Raw& raw : members) {
        const u32 at = u32(out.size());
        LocalRecord local{};
        local.signature = local_signature, local.needed = 20, local.flags = raw.flags, local.method = raw.method;
        local.crc = raw.local_crc.value_or(raw.crc), local.size = raw.local_size.value_or(raw.size);
        local.packed = raw.packed_size.value_or(u32(raw.packed.size()));
        const std::string& name = raw.local_name ? *raw.local_name : raw.name;
        local.name = u16(name.size());
        append_record(out, local);
        append(out, bytes_of(name));
        append(out, raw.packed);
        DirectoryRecord record{};
        record.signature = directory_signature, record.made_by = raw.made_by, record.needed = 20, record.flags = raw.flags,
        record.method = raw.method;
        record.crc = raw.crc, record.size = raw.size, record.packed = raw.packed_size.value_or(u32(raw.packed.size()));
        record.name = u16(raw.name.size()), record.extra = u16(raw.extra.size()), record.disk = raw.disk,
        record.external = raw.external;
        record.local = raw.local_at.value_or(at);
        append_record(directory, record);
        append(directory, bytes_of(raw.name));
        append(directory, raw.extra);
    }
    EndRecord end{};
    end.signature = end_signature;
    end.disk = lies.disk.value_or(0);
    end.disk_entries = end.entries = lies.entries.value_or(u16(members.size()));
    end.directory = lies.directory.value_or(u32(out.size()));
    end.directory_size = lies.directory_size.value_or(u32(directory.size()));
    append(out, directory);
    append_record(out, end);
    append(out, lies.behind);
    return out;
}

const Bytes& project_tar() {
    static const Bytes tar = test::a_project();
    return tar;
}
Raw the_project() { return deflated("/projects/P01.tar", project_tar()); }

template <class Change>
Bytes with_tar_header(Change change) {
    Bytes tar = project_tar();
    const auto open = *open_tar(tar);
    auto& header = *overlay<TarHeader>(tar, std::size_t(open.members[5].header));
    change(header);
    std::snprintf(header.checksum, sizeof header.checksum, "%06o", unsigned(checksum_of(header)));
    header.checksum[7] = ' ';
    return zip_of({deflated("/projects/P01.tar", tar)});
}

struct Hostile {
    std::string what;
    Bytes file;
};

void add_names(std::vector<Hostile>& all) {
    const std::string nul("/sounds/700 a\0.wav", 18), nothing_but_nul("\0", 1);
    const std::pair<const char*, std::vector<std::string>> by_kind[] = {
        {"traversal", {"/../a", "/sounds/../../a", "/sounds/..", "..", "../projects/P01.tar", "/./a", "/sounds/./a"}},
        {"absolute", {"//etc/passwd", "\\a", "\\\\host\\share", "/sounds//a", "/"}},
        {"drive", {"C:/a", "/C:/a", "c:a"}},
        {"backslash", {"/sounds\\700 a.wav", "/sounds/..\\..\\a"}},
        {"NUL", {nul, nothing_but_nul}},
        {"no name", {"", "/sounds/\xFF\xFE"}}};
    for (const auto& [kind, names] : by_kind)
        for (const std::string& name : names)
            all.push_back({std::string(kind) + ": " + name, zip_of({the_project(), stored(name, bytes_of("x"))})});
    const auto two = [&](const char* what, const char* a, const char* b) {
        all.push_back({what, zip_of({the_project(), stored(a, bytes_of("1")), stored(b, bytes_of("2"))})});
    };
    two("duplicate", "/sounds/700 a.wav", "/sounds/700 a.wav");
    two("case twin", "/sounds/700 a.wav", "/Sounds/700 A.wav");
    two("case twin beyond ASCII", "/\xC3\xA4", "/\xC3\x84");
    two("duplicate without slash", "/meta.json", "meta.json");
    two("file where a folder is", "/sounds", "/sounds/700 a.wav");
}

void add_kinds(std::vector<Hostile>& all) {
    const auto add = [&](const char* what, auto change) {
        Raw raw = stored("/sounds/700 a.wav", bytes_of("hello"));
        change(raw);
        all.push_back({what, zip_of({the_project(), raw})});
    };
    add("link", [](Raw& raw) { raw.made_by = 3 << 8 | 20, raw.external = 0120777u << 16; });
    add("link: a device", [](Raw& raw) { raw.made_by = 3 << 8 | 20, raw.external = 0020644u << 16; });
    add("link: a pipe", [](Raw& raw) { raw.made_by = 3 << 8 | 20, raw.external = 0010644u << 16; });
    add("encrypted", [](Raw& raw) { raw.flags = flag_utf8 | flag_encrypted; });
    add("encrypted strongly", [](Raw& raw) { raw.flags = flag_utf8 | flag_strong; });
    add("masked", [](Raw& raw) { raw.flags = flag_utf8 | flag_masked; });
    add("patch", [](Raw& raw) { raw.flags = flag_utf8 | flag_patch; });
    add("unknown method", [](Raw& raw) { raw.method = 14; });
    add("another disk", [](Raw& raw) { raw.disk = 3; });
    add("another local name", [](Raw& raw) { raw.local_name = "/sounds/701 b.wav"; });
    add("lying size: another local one", [](Raw& raw) { raw.local_size = 6; });
    add("another local sum", [](Raw& raw) { raw.local_crc = 1; });
    add("wrong sum", [](Raw& raw) { raw.crc = 1; });
    add("lying size beyond the file", [](Raw& raw) { raw.size = 0x7FFFFFFF, raw.packed_size = 0x7FFFFFFF; });
    add("lying size of what is stored", [](Raw& raw) { raw.size = 4; });
    add("offset beyond the file", [](Raw& raw) { raw.local_at = 0x7FFFFFFF; });
    add("overlap", [](Raw& raw) { raw.local_at = 0; });
    add("lying zip64: no field", [](Raw& raw) { raw.size = raw.local_size.emplace(0xFFFFFFFF); });
    add("a folder with bytes", [](Raw& raw) { raw.name = "/sounds/"; });
    add("a second name", [](Raw& raw) {
        ExtraHeader header;
        header.id = extra_unicode_path, header.size = 5;
        append_record(raw.extra, header);
        raw.extra.resize(raw.extra.size() + 5);
    });
}

void add_counts_and_bombs(std::vector<Hostile>& all) {
    const Raw project = the_project();
    all.push_back({"lying count: one more", zip_of({project}, {.entries = 2})});
    all.push_back({"lying count: 65,535", zip_of({project}, {.entries = 0xFFFF})});
    all.push_back({"lying count: none", zip_of({project}, {.entries = 0})});
    all.push_back({"several disks", zip_of({project}, {.disk = 1})});
    all.push_back({"a directory behind the file", zip_of({project}, {.directory = 0x7FFFFFFF})});
    all.push_back({"a directory longer than the file", zip_of({project}, {.directory_size = 0x7FFFFFFF})});
    all.push_back({"something behind the end", zip_of({project}, {.behind = Bytes(7)})});
    std::vector<Raw> many(4097, stored("", bytes_of("")));
    for (std::size_t i = 0; i < many.size(); i++) many[i].name = "/x/" + std::to_string(i);
    many[0] = project;
    all.push_back({"4097 entries", zip_of(many)});
    // 65,536 entries need zip64 to be said: the lower 16 bits are 0.
    std::vector<Raw> more(65536, stored("", bytes_of("")));
    for (std::size_t i = 0; i < more.size(); i++) more[i].name = "/x/" + std::to_string(i);
    all.push_back({"65,536 entries", zip_of(more, {.entries = 0})});
    const Bytes zeros(1 << 20);
    std::vector<Raw> bomb(257, deflated("/sounds/bomb", zeros));
    for (std::size_t i = 0; i < bomb.size(); i++) bomb[i].name += std::to_string(i);
    all.push_back({"bomb: 257 MB from little", zip_of(bomb)});
    Raw lying = deflated("/sounds/700 a.wav", zeros);
    lying.size = 200 << 20;
    all.push_back({"lying size that cannot be", zip_of({project, lying})});
    lying.size = 2 << 20;
    all.push_back({"lying size: twice what there is", zip_of({project, lying})});
    lying.size = 1 << 10;
    all.push_back({"bomb that says it is small", zip_of({project, lying})});
}

// The end of the archive said again in 64 bits, in front of the end record.
Bytes with_zip64_end(u64 entries, u64 locator_distance) {
    Bytes file = zip_of({the_project()});
    const Bytes end(file.end() - std::ptrdiff_t(sizeof(EndRecord)), file.end());
    file.resize(file.size() - sizeof(EndRecord));
    const u64 at = file.size();
    const auto& short_end = *overlay<EndRecord>(end);
    End64Record wide{};
    wide.signature = end64_signature, wide.rest = sizeof wide - 12, wide.needed = 45, wide.made_by = 45;
    wide.entries = wide.disk_entries = entries;
    wide.directory = u64(u32(short_end.directory)), wide.directory_size = u64(u32(short_end.directory_size));
    append_record(file, wide);
    Locator64 locator{};
    locator.signature = locator64_signature, locator.end64 = at + locator_distance, locator.disks = 1;
    append_record(file, locator);
    append(file, end);
    overlay<EndRecord>(file, file.size() - sizeof(EndRecord))->entries = 0xFFFF;
    overlay<EndRecord>(file, file.size() - sizeof(EndRecord))->disk_entries = 0xFFFF;
    return file;
}

void add_zip64(std::vector<Hostile>& all) {
    all.push_back({"lying zip64: 2^40 entries", with_zip64_end(u64(1) << 40, 0)});
    all.push_back({"lying zip64: an end that is not there", with_zip64_end(1, u64(1) << 62)});
    Raw raw = stored("/sounds/700 a.wav", bytes_of("hello"));
    raw.size = raw.packed_size.emplace(0xFFFFFFFF);
    ExtraHeader header;
    header.id = extra_zip64, header.size = 16;
    append_record(raw.extra, header);
    le64 size;
    for (int i = 0; i < 2; i++) append_record(raw.extra, size = u64(1) << 40);
    all.push_back({"lying zip64: a member of 2^40 bytes", zip_of({the_project(), raw})});
}

// GNU's way to say a name longer than 100 bytes, each for the next.
Bytes with_long_names(std::size_t how_many) {
    Bytes tar = project_tar();
    auto header = *overlay<TarHeader>(tar, std::size_t(open_tar(tar)->members[5].header));
    header.type = 'L';
    std::memset(header.size, 0, sizeof header.size);
    std::memcpy(header.size, "200", 3);
    std::snprintf(header.checksum, sizeof header.checksum, "%06o", unsigned(checksum_of(header)));
    header.checksum[7] = ' ';
    Bytes chain;
    for (std::size_t i = 0; i < how_many; i++) {
        append_record(chain, header);
        chain.resize(chain.size() + tar_block, std::byte('a'));
    }
    tar.insert(tar.begin(), chain.begin(), chain.end());
    return zip_of({deflated("/projects/P01.tar", tar)});
}

void add_tars(std::vector<Hostile>& all) {
    const auto size = [&](const char* what, std::string_view field) {
        all.push_back({what, with_tar_header([&](TarHeader& header) {
                           std::memset(header.size, 0, sizeof header.size);
                           std::memcpy(header.size, field.data(), field.size());
                       })});
    };
    size("tar: negative size", "-5");
    size("tar: base-256 size", std::string_view("\x80\0\0\0\0\0\0\0\0\0\0\x05", 12));
    size("tar: negative base-256 size", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFB");
    size("tar: huge size", "77777777777");
    for (const char type : {'1', '2', '3', 'L', 'K', 'x', 'g', 'S'})
        all.push_back(
            {std::string("tar: member of type ") + type, with_tar_header([&](TarHeader& header) { header.type = type; })});
    all.push_back({"tar: long-name chain", with_long_names(1000)});
    for (const std::string_view name : {"../a", "/pads/a/p01", "pads/a/../../x", "C:a", "pads\\a"})
        all.push_back({"tar: name " + std::string(name), with_tar_header([&](TarHeader& header) {
                           std::memset(header.name, 0, sizeof header.name);
                           std::memcpy(header.name, name.data(), name.size());
                       })});
}

std::vector<Hostile> hostile_archives() {
    std::vector<Hostile> all;
    add_names(all);
    add_kinds(all);
    add_counts_and_bombs(all);
    add_zip64(all);
    add_tars(all);
    return all;
}

// Everything that is asked of an archive that came from somewhere: what stands in the way of trusting it.
std::vector<Problem> objections(ByteView file) {
    const auto contents = Contents::open(FileKind::backup, file);
    if (!contents) return {contents.problem()};
    std::vector<Problem> problems;
    for (const Member& member : contents->members()) {
        if (const auto bytes = contents->bytes(member); !bytes) problems.push_back(bytes.problem());
        // A project that does not open is one member: what it says of itself is the reason.
        if (member.kind == FileKind::project) problems.push_back(open_project(*contents->bytes(member)).problem());
    }
    return problems;
}

}  // namespace

TEST(ep133_hostile, sixty_archives_are_refused_with_a_reason_and_within_the_budget) {
    const auto all = hostile_archives();
    EXPECT_GE(all.size(), 60u);
    for (const std::string_view kind : {"traversal",
                                        "absolute",
                                        "drive",
                                        "NUL",
                                        "link",
                                        "duplicate",
                                        "case twin",
                                        "overlap",
                                        "lying size",
                                        "lying zip64",
                                        "encrypted",
                                        "bomb",
                                        "tar: negative size",
                                        "tar: base-256 size",
                                        "tar: huge size",
                                        "tar: long-name chain",
                                        "65,536 entries",
                                        "4097 entries",
                                        "tar: name ../a",
                                        "tar: name /pads/a/p01",
                                        "tar: member of type 2"})
        EXPECT_TRUE(std::ranges::any_of(all, [&](const Hostile& one) { return one.what.starts_with(kind); })) << kind;
    u64 most = 0;
    for (const Hostile& one : all) {
        held = most_held = 0;
        const auto problems = objections(one.file);
        const bool told = !preflight("x.ppak", one.file).empty();
        most = std::max(most, most_held);
        ASSERT_FALSE(problems.empty()) << one.what;
        EXPECT_FALSE(problems[0].expected.empty()) << one.what;
        EXPECT_FALSE(problems[0].found.empty() && problems[0].offset == Problem::nowhere)
            << one.what << ": " << sentence(problems[0]);
        EXPECT_TRUE(told) << one.what;
    }
    std::cout << all.size() << " archives" << (counting ? ", at most " + std::to_string(most >> 20) + " MB held" : "") << "\n";
    EXPECT_LE(most, budget * 6 / 5);
}

TEST(ep133_hostile, an_honest_archive_up_to_the_budget_is_read_within_it) {
    const Bytes zeros(32 << 20);
    const Raw big = deflated("/sounds/7", zeros);
    std::vector<Raw> members = {the_project()};
    for (int i = 0; i < 7; i++) {
        members.push_back(big);
        members.back().name = "/sounds/70" + std::to_string(i) + " a.wav";
    }
    const Bytes file = zip_of(members);
    held = most_held = 0;
    const auto contents = Contents::open(FileKind::backup, file);
    ASSERT_TRUE(contents) << sentence(contents.problem());
    u64 read = 0;
    for (const Member& member : contents->members()) read += contents->bytes(member)->size();
    EXPECT_GT(read, u64(7) * zeros.size());
    EXPECT_LE(most_held, read * 6 / 5);
    std::cout << (read >> 20) << " MB read, " << (most_held >> 20) << " MB held at most\n";
}

TEST(ep133_hostile, an_honest_archive_in_zip64_opens) {
    Raw project = the_project();
    const u32 size = project.size, packed = u32(project.packed.size());
    ExtraHeader header;
    header.id = extra_zip64, header.size = 16;
    append_record(project.extra, header);
    for (const u64 value : {u64(size), u64(packed)}) {
        le64 wide;
        append_record(project.extra, wide = value);
    }
    Bytes file = zip_of({project});
    const std::size_t at = *overlay<le32>(file, file.size() - 6);
    auto& record = *overlay<DirectoryRecord>(file, at);
    record.size = record.packed = 0xFFFFFFFF;
    const auto contents = Contents::open(FileKind::backup, file);
    ASSERT_TRUE(contents) << sentence(contents.problem());
    EXPECT_EQ(contents->tar(0).size(), size);
    const auto untouched = rewrite_zip(*contents->zip(), {});
    EXPECT_EQ(*untouched, file);
    const auto changed = contents->with({{"projects/P01.tar/settings", write_settings(75)}});
    ASSERT_TRUE(changed) << sentence(changed.problem());
    EXPECT_TRUE(Contents::open(FileKind::backup, *changed));
}
