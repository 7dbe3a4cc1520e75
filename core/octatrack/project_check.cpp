#include "octatrack/project_check.h"

#include <algorithm>

#include "bytes/format.h"
#include "octatrack/blank.h"
#include "octatrack/file_kind.h"
#include "octatrack/lock_text.h"
#include "octatrack/sample_slots.h"
#include "octatrack/thumbnail.h"

namespace groovebench::octatrack {
namespace {

class Check {
public:
    Check(std::span<const NamedFile> all, const FindSample& samples, std::size_t most) : files(all), find(samples), limit(most) {}

    std::vector<Problem> problems() {
        check_names();
        check_copies();
        const NamedFile* text = file_of("project");
        const auto project = text ? open_project(text->bytes) : Result<Project>(Problem{});
        if (!text || !project) return std::move(list);
        check_slots(*text, *project);
        for (int i = 0; i < bank_count; i++)
            if (const NamedFile* bank = file_of(bank_file_name(i))) check_bank(*bank, *project, i);
        return std::move(list);
    }

private:
    void add(Severity severity, std::string_view file, std::size_t offset, std::string path, std::string expected,
             std::string found) {
        if (list.size() < limit)
            list.push_back({severity, std::string(file), offset, std::move(path), std::move(expected), std::move(found)});
    }
    // The copy that the device loads, else the stored one.
    const NamedFile* file_of(std::string_view copy) const {
        const NamedFile* found = nullptr;
        for (const NamedFile& file : files)
            if (copy_name(file.name) == copy && (!found || is_stored_copy(found->name))) found = &file;
        return found;
    }

    void check_names() {
        for (const std::string& name : project_file_names())
            if (!file_of(name)) add(Severity::note, name + ".work", Problem::nowhere, "", "a file of each of the 26 names", "none");
    }
    void check_copies() {
        for (const NamedFile& stored : files) {
            if (!is_stored_copy(stored.name) || kind_of(stored.name) == FileKind::other) continue;
            const NamedFile* work = file_of(copy_name(stored.name));
            if (!is_stored_copy(work->name) && !std::ranges::equal(work->bytes, stored.bytes))
                add(Severity::note, work->name, Problem::nowhere, "", fmt::format("the same as {}", stored.name),
                    "another: changes that RELOAD PROJECT would undo");
        }
    }

    // A slot is in the text and in the markers, or it plays nothing.
    void check_slots(const NamedFile& text, const Project& project) {
        const NamedFile* file = file_of("markers");
        const auto opened = file ? open_markers(file->bytes) : Result<const Markers*>(Problem{});
        const Markers* markers = file && opened ? *opened : nullptr;
        for (const SlotRow& row : sample_slots(project, markers)) {
            if (row.inert)
                add(Severity::warning, file->name, offset_in(*markers, *row.markers), path_of(row.slot),
                    "a record for the sample in the slot", fmt::format("none: {} plays nothing", row.file_name));
            if (row.markers && !row.block && !is_empty(*row.markers))
                add(Severity::note, file->name, offset_in(*markers, *row.markers), path_of(row.slot), "a sample with the record",
                    "an empty slot");
            if (row.filled() && find && find(row.path) == SampleState::missing)
                add(Severity::error, text.name, project.text.begin_of(project.text.sections[row.block->section]),
                    path_of(row.slot) + ".path", "a file", row.path + " is not there");
        }
    }

    static bool is_free(const Project& project, SlotRef slot) {
        const SampleBlock* block = find_sample(project, slot);
        return !slot.recorder() && (!block || block->values.path.empty());
    }
    void check_bank(const NamedFile& file, const Project& project, int index) {
        const auto bank = open_bank(file.bytes);
        if (!bank) return;
        const MasterTrack master = master_track(project) ? MasterTrack::on : MasterTrack::off;
        for (int p = 0; p < pattern_count; p++) {
            const Pattern& pattern = (*bank)->patterns[p];
            for (const SlotUse& use : slots_used(pattern, (*bank)->parts[pattern.tail.part & 3], master)) {
                if (!is_free(project, use.ref())) continue;
                const AudioTrack& track = pattern.audio_tracks[use.track];
                const std::string path = fmt::format("patterns[{}].audio_tracks[{}]", p + 1, use.track + 1);
                const std::string found = fmt::format("{} of {} is empty", label(use.ref()), pattern_name(index, p));
                if (const int step = locked_step(track, use); step >= 0)
                    add(Severity::warning, file.name, offset_in(**bank, track.locks[step].sample_slot),
                        fmt::format("{}.locks[{}].sample_slot", path, step + 1), "a slot with a sample", found);
                else
                    add(Severity::warning, file.name, offset_in(**bank, track.trigs), path, "a machine with a sample to play",
                        found);
            }
        }
    }
    // The first step that is locked to the slot; -1 if it is the machine's own.
    static int locked_step(const AudioTrack& track, const SlotUse& use) {
        for (int step = 0; step < 64; step++)
            if (use.steps >> step & 1 && track.locks[step].sample_slot == use.slot) return step;
        return -1;
    }
    template <class File, class Field>
    static std::size_t offset_in(const File& file, const Field& field) {
        return std::size_t(reinterpret_cast<const std::byte*>(&field) - reinterpret_cast<const std::byte*>(&file));
    }

    std::span<const NamedFile> files;
    const FindSample& find;
    std::size_t limit;
    std::vector<Problem> list;
};

}  // namespace

std::vector<Problem> check_project(std::span<const NamedFile> files, const FindSample& find, std::size_t limit) {
    return Check(files, find, limit).problems();
}

}  // namespace groovebench::octatrack
