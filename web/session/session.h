// Everything the application holds while a card is open: the document, the tree, what is looked at, the
// files on their way. Panels get it as an argument; there is one, and no other state but views that
// panels own (filter texts, sizes), which live in Views.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "card/save_plan.h"
#include "card/tree.h"
#include "octatrack/changes.h"
#include "octatrack/health.h"
#include "session/archive_edits.h"
#include "session/bundle.h"
#include "session/compare_rows.h"
#include "session/conversion.h"
#include "session/disk.h"
#include "session/doctor.h"
#include "session/file_view.h"
#include "session/files.h"
#include "session/flex_memory.h"
#include "session/folders.h"
#include "session/goals.h"
#include "session/kit_shown.h"
#include "session/preflight.h"
#include "session/project_state.h"
#include "session/requests.h"
#include "session/selection.h"
#include "session/slot_rows.h"
#include "session/sounds.h"

namespace groovebench::app {

inline constexpr u64 largest_shown = 64 << 20;  // bytes of a file that is opened only to be looked at

struct CardInfo {
    std::string id, name, kind;
    bool writable = false;
    bool listed = false;
    double seconds = 0;  // the walk took
    bool is_open() const { return !kind.empty(); }
};

// A name that is being typed in its place.
struct Renaming {
    std::optional<int> part;  // of the bank that is shown
    std::string words;
    bool begun = false, active = false;
};

// What panels remember between frames that is not the user's work: sizes, filters, what is unfolded.
struct Views {
    float side_width = 232, inspector_width = 324, bottom_height = 180, lane_height = 0;
    bool side = true, inspector = true;
    enum class Bottom { closed, problems, changes, history, preflight } bottom = Bottom::closed;
    std::map<std::string, bool> unfolded;  // rows of the tree
    std::string tree_menu;                 // what the menu of the tree is about: a path
    bool tree_menu_asked = false;
    std::string field_filter, go_to;
    std::string pointed;  // what the pointer is on, in words
    Renaming renaming;
    int part_list = 0;       // the one of two lists of parts that was used last
    bool over_part = false;  // the pointer is on a row of it
    int knob = 15;           // the parameter whose knob was touched last
    int go_to_row = 0;
    GoalList goals;
    int lock_page = 0;    // SRC AMP LFO FX1 FX2
    bool fields = false;  // the inspector shows every field
    int lane = 15;        // the lock the lane shows
    bool lane_drawn = false;
    u64 painted = 0;  // steps this drag has been over
    int paint_row = -1;
    bool paint_erases = false;
    double pressed_at = 0;
    SlotList slots, drawer;  // of the view of slots, and beside the pattern
    FileView file;
    FolderList folders;  // of the tree of files
    CompareView compare;
    bool drawer_open = false;
    bool go_to_open = false, keys_open = false, ppak_open = false, doctor_open = false;
    bool bundle_out_open = false, bundle_in_open = false, new_opz_open = false;
    int new_opz_number = 0;  // that is chosen in its dialog
};

class Session {
public:
    Session();

    Requests requests;
    card::Document document;
    card::Card tree;  // what lies in the folder, by name
    Files files{requests, document};
    Sounds sounds{requests, document};
    ProjectState project{document};
    Conversion conversion{*this};
    Comparison comparison{*this};
    Doctor doctor{*this};
    Disk disk{*this};
    BundleOut bundle_out{*this};
    BundleIn bundle_in{*this};
    KitShown kit{*this};
    ArchiveEdits archive{*this};
    Preflight preflight{*this};
    FlexMemoryKept flex_memory;
    Selection selection;
    Views views;
    CardInfo card;
    std::string theme = "dark";
    float scale = 1;
    std::string clipboard;                // what the user copied or pasted last
    card::SavePlan plan;                  // the last one that was asked for: what the page writes
    std::vector<std::string> to_restore;  // journal records that wait for their files
    double now = 0;                       // seconds since the page began

    // Findings of the files that have been opened, by path; renewed when a file changes.
    const std::map<std::string, std::vector<Problem>>& problems() const { return found; }
    std::size_t problem_count() const;  // without notes
    bool has_problem(std::string_view path) const;
    void gather_findings(const std::string& path);               // its own, and what the disk says of it
    void show_problem(const std::string& path, const Problem&);  // goes where it is
    // Files that arrived with a wrong checksum and are not edited before the user consents, with the reason.
    std::vector<std::pair<std::string, std::string>> read_only_files() const;
    bool awaits_consent(const std::string& path) const { return awaiting.contains(path) && !document.read_only(path).empty(); }
    bool can_examine(const std::string& path) const { return damaged.contains(path); }  // a bank that does not open
    const std::set<std::string>& damaged_banks() const { return damaged; }

    // What differs from the card, in words, by heading.
    const std::vector<octatrack::ChangeGroup>& changes() const;
    std::vector<octatrack::ChangeGroup> changes_in(const std::string& path) const;  // of one file
    const std::vector<octatrack::HealthLine>& health() const;
    int missing_samples() const;  // of the project, so far as the folder can tell
    // The file of a slot as the card spells it; empty when there is none in reach.
    card::Match sample_file(octatrack::SlotRef) const;

    // A card begins; whatever was open is forgotten.
    void begin_card(CardInfo info);
    void close_card();
    void look_at_project(std::string folder);  // its files are asked for
    void show_pattern(int bank, int pattern);
    void show_bank_map();
    void show_slots();
    void show_file(std::string path);    // asked for, if it is not open
    void reveal_file(std::string path);  // the same, with the folders to it unfolded in the tree
    void show_field(std::string path);   // of the file that is shown
    void show_byte(std::size_t offset);  // of that file, and the field it belongs to
    FileShown file_shown() const;
    void compare(CompareSide first, CompareSide second, std::string only = {});  // only: one file, "bank01"
    void compare_here();  // what is looked at, with its stored copy or with another of its kind
    bool can_compare_here() const;
    void compare_file(const std::string& path);  // of another machine: with the next of its kind
    bool is_compared_alone(std::string_view path) const;
    std::vector<CompareSide> compare_sides(const CompareSide& alike) const;  // all that one can be compared with, and itself
    void compare_copies(std::string_view path);  // of a project's folder or of one of its files, working against stored
    bool has_two_copies(std::string_view path) const;
    std::string_view origin() const;  // what edits differ from, in words: "the card"

    void remember_views();  // sizes and look, told back at the next visit

    void undo();
    void redo();
    void audition();  // plays what is selected, or stops
    void play_slot(octatrack::SlotRef);
    void set_look(std::string theme, float scale);
    void apply_look();  // again, when it is known what machine the card is of

    void say(std::string_view sentence, bool urgent = false);  // toast and live region
    void tick(double seconds);                                 // once a frame, before the panels
    bool busy() const;

private:
    void file_opened(const std::string& path);
    void refuse_or_allow(const std::string& path);
    void check_files();
    void tell_title();
    std::vector<Problem> own_findings(std::string_view path) const;
    void keep_findings(const std::string& path, std::vector<Problem>);
    void forget_findings_of_gone();
    void ask_for_check(const std::string& path);
    bool is_looked_into(std::string_view path) const;
    void look_into_files();
    void ask_for_changes(const std::string& path);
    void ask_for_rows();
    void ask_for_page();

    std::map<std::string, std::vector<Problem>> found, found_alone;  // the second: by its own bytes
    std::map<std::string, u64> checked;                              // the revision a file was checked at
    std::map<std::string, u64> looked_into;                          // the same by the workshop, for what takes longer
    u64 gone_at = 0;                                                 // the revision of the document at which they were forgotten
    int checks_under_way = 0;
    std::set<std::string> refused_files, damaged;  // that do not open; those of them that are banks of a known version
    std::map<std::string, std::string> awaiting;   // read-only until the user consents, and why
    std::map<std::string, std::vector<octatrack::ChangeGroup>> told_changes;  // of files that the workshop knows
    std::string told_title;
    struct Cached {
        u64 document = 0, tree = 0;
    };
    mutable Cached changes_at, samples_at, health_at;
    mutable std::vector<octatrack::ChangeGroup> known_changes;
    mutable std::vector<octatrack::HealthLine> known_health;
    mutable int known_missing = 0;
    std::map<std::string, octatrack::FileCheck> looked_at;  // every binary file that has arrived
};

}  // namespace groovebench::app
