// The long work, done beside the page in a worker, so that nothing on screen waits for it: archives are opened
// and packed, sounds decoded, a pattern made into a .ppak. It is a module of its own, fetched when it is first
// needed: what it links does not delay the editor. It knows neither the document nor the screen; files come in
// as bytes, and orders as JSON (messages/).
#pragma once

#include <optional>
#include <string_view>

#include "workshop/bundle_desk.h"
#include "workshop/kit_desk.h"
#include "workshop/ppak_desk.h"
#include "workshop/zip_desk.h"

namespace groovebench::app {

class Workshop {
public:
    // A work by its name:
    //   sound_facts    bytes: the head of a file; {size}          -> {rate, channels, bits, frames}
    //   sound_picture  bytes: the file; {columns}                 -> lowest and highest of each column, as f32; {frames}
    //   sound          bytes: the file; {from, to} in frames      -> interleaved f32; {rate, channels}
    //   zip_open       bytes: the archive; {name}                 -> {entries: [{path, size, index}]}
    //   zip_read       {index}                                    -> the unpacked bytes
    //   pack_file      bytes: the file; {path}                       for the next pack
    //   pack_remove    {path}                                        from the open archive, by the next pack
    //   pack_begin     {year … second, onto_open}                    the open archive with these changes, or a new one
    //   pack_step                                                 -> {more, share}; a member of a backup, anything else at once
    //   pack_end                                                  -> the archive
    //   pack_forget    what was begun, and the changes
    //   preflight      bytes: edited members; JSON: an ArchiveOrder about the open archive of an EP-133 -> FindingTolds
    //   mend           the same, with a finding                   -> a MendTold; the members before and after
    //   preflight_file, mend_file  of an archive whose bytes come along -> FindingTolds; the archive
    //   beside_open    bytes: another archive of an EP-133; {name} -> {name}
    //   compare_beside as preflight: the open archive against it  -> a Compared
    //   take_from_beside  the same, with stretches                -> a MendTold; the members before and after
    //   ppak_plan      bytes and JSON: a PpakOrder                -> a PpakPlan
    //   ppak_begin     the same                                   -> {needed: [path]}
    //   ppak_sound     bytes: the file; {path}
    //   ppak_step                                                 -> {more, share}; works for some milliseconds
    //   ppak_end                                                  -> the .ppak; {name}
    //   ppak_forget    what was begun
    //   kit_file       bytes: a sound, a description, a backup; {path}
    //   kit_remove     {path}                                        of them
    //   kit_open       {path}                                        the open archive, with what was put for the next pack, as a
    //   file kit_plan                                                  -> {lines: [{severity, place, words}], can_build, proven,
    //   unproven} kit_begin kit_step                                                  -> {more, share}; works for some milliseconds
    //   kit_end                                                   -> the .ppak; {lines, proven}
    //   kit_forget     all of these files
    //   compare        bytes: two files; JSON: a CompareOrder     -> a Compared
    //   take_over      the same                                   -> the file that takes, with what was taken
    //   examine        bytes: a bank that does not open           -> an Examined
    //   rebuild        the same                                   -> another bank; {notes}
    //   opz_disk       JSON: a DiskOrder                          -> a DiskTold
    //   opz_kit        bytes: a kit                               -> a KitTold
    //   opz_blank                                                 -> a new project
    //   bundle_…       a project with its kits as a zip, and back: bundle_desk.h
    Reply perform(std::string_view work, std::string_view json, Bytes bytes);

private:
    std::optional<Reply> bundle_work(std::string_view work, std::string_view json, Bytes& bytes);
    Reply take_open_into_kit(const std::string& path);

    ZipDesk zips;
    PpakDesk ppaks;
    KitDesk kits;
    BundleDesk bundles;
};

}  // namespace groovebench::app
