// A backup of an EP-133: one project (.ppak) or all of a device (.pak) and the sounds they use, in a ZIP.
// Source: ep133.md 2; one capture of OS 2.0.5, and the rules of the official sample tool.
#pragma once

#include "archive/zip.h"
#include "ep133/meta.h"
#include "ep133/project.h"
#include "ep133/sound.h"

namespace groovebench::ep133 {

struct ProjectEntry {
    int number;         // 1 to 9 on a device
    std::size_t entry;  // index in the ZIP
};
struct SoundEntry {
    int slot;          // 1 to 999
    std::string name;  // without number and extension
    std::size_t entry;
};

// An open backup. The bytes are borrowed: they must outlive it. To change it: archive::rewrite_zip.
struct Backup {
    archive::Zip zip;
    std::vector<ProjectEntry> projects;
    std::vector<SoundEntry> sounds;
    std::optional<std::size_t> meta;  // index of meta.json in the ZIP
};

// Names count with or without the leading "/", and with a folder in front. A ZIP without a project is
// refused; everything else is left to check_backup.
Result<Backup> open_backup(ByteView file);

// Findings of the container, its meta.json, every project and every sound, by file and field. `.ppak`
// and `.pak` alike; at most `limit`.
std::vector<Problem> check_backup(const Backup&, std::size_t limit = 1000);

// "700 kick.wav" → 700 and "kick"; nothing where the official tool would not take the name.
std::optional<std::pair<int, std::string>> sound_of_name(std::string_view file_name);

// The name the device shows for a sound of this file name: extension and accents dropped, anything else
// beyond ASCII, backslash, quote and slash replaced or removed, 16 characters, lower case.
std::string device_name(std::string_view file_name);

struct NewSound {
    int slot;
    std::string name;  // as device_name makes it
    ByteView wav;      // borrowed until the call returns
};
struct NewBackup {
    Meta meta;
    int project_number = 1;
    ByteView project;  // a TAR, borrowed until the call returns
    std::vector<NewSound> sounds;
    archive::DosTime time;  // of the members
};
// A .ppak: the project, the sounds by slot, meta.json.
Result<Bytes> write_backup(const NewBackup&);

}  // namespace groovebench::ep133
