// Two versions of a project, of one file, or two archives against each other. Which files are the same is seen here; what
// differs in the others the workshop tells: at first how much and where, the lines of a group when somebody looks at it. What is
// taken over comes back from there, as a file or as the members of an archive, and goes into the document as one edit.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "messages/compare.h"
#include "session/requests.h"

namespace groovebench::app {

class Session;

// All working copies of a project's folder, or all stored ones; a file; the archive of an EP-133 that is open, or another one
// that was opened beside it: that one lies in the workshop, and takes nothing.
struct CompareSide {
    enum class Kind : u8 { project, file, archive, beside };
    std::string folder;  // the path of a file, the name of an archive
    bool stored = false;
    Kind kind = Kind::project;
    bool operator==(const CompareSide&) const = default;
};

struct ComparedPair {
    enum class State : u8 { reading, comparing, same, differs, only_first, only_second, nowhere, failed };
    std::string name;                  // "bank01"
    std::array<std::string, 2> place;  // where a side has it, or would have it; of archives their names
    std::array<bool, 2> there{};       // whether it has it
    std::array<u64, 2> revision{};     // as they were compared
    State state = State::reading;
    std::string message;  // of failed: why
    std::vector<Compared::Group> groups;
    std::size_t differences() const { return groups.empty() ? 0 : groups.back().stretch.to; }
    std::map<std::size_t, std::vector<Compared::Line>> lines;  // of a group, by its number; empty while they are under way
};

// What is to be taken over from one pair. Without stretches: the whole file.
struct Taking {
    std::size_t pair = 0;
    std::vector<Stretch> stretches;
};

class Comparison {
public:
    explicit Comparison(Session& of) : session(of) {}

    // only: one file, by its name without .work or .strd; empty for all of the project.
    void begin(CompareSide first, CompareSide second, std::string only = {});
    void forget();
    void pump();  // once a frame
    bool busy() const;

    const std::array<CompareSide, 2>& sides() const { return of; }
    const std::string& only() const { return one_file; }
    const std::vector<ComparedPair>& pairs() const { return all; }
    u64 version() const { return changes; }  // grows when pairs() has changed
    // The lines of a group, asked for when they are not here.
    const std::vector<Compared::Line>* lines(std::size_t pair, std::size_t group);

    // into: 0 the first side becomes as the second is there, 1 the other way.
    void take(std::vector<Taking>, int into);
    bool taking() const { return left > 0; }
    bool can_take(int into) const { return of[std::size_t(into)].kind != CompareSide::Kind::beside; }

    // Another archive, to be opened beside the one that is open; then the two are compared.
    void choose_beside();
    const std::string& beside() const { return beside_name; }

private:
    using Then = std::function<void(Answer&)>;
    bool of_archives() const { return of[1].kind == CompareSide::Kind::beside; }
    void add_pair(std::string name, std::array<std::string, 2> place);
    void pair_files();
    bool is_there(const std::string& path) const;
    void follow(std::size_t pair);
    bool are_here(std::size_t pair);
    void look(std::size_t pair);
    void ask_to_take(const Taking&, int into);
    void answered(std::size_t pair, Answer&);
    void take_whole(const Taking&, int into);
    void take_from_beside(const Taking&);
    void put(int into);
    std::string label(int into) const;
    struct Taken {
        std::size_t pair;
        std::optional<Bytes> bytes;  // none: that there is no such file
    };
    bool put_one(Taken&, std::size_t into, const std::string& label);
    std::string order(std::size_t pair, std::vector<Stretch>, int into) const;
    Bytes both(std::size_t pair) const;
    void ask(std::size_t pair, std::vector<Stretch>, Then);
    std::array<u64, 2> revisions(std::size_t pair) const;

    Session& session;
    std::array<CompareSide, 2> of;
    std::string one_file, beside_name;
    std::vector<ComparedPair> all;
    std::vector<Taken> taken;
    std::string refusal;
    std::size_t left = 0, under_way = 0;
    u64 changes = 1, run = 0;  // answers of a former run are not ours
};

// "LIVE_SET/TECHNO_05", "LIVE_SET/TECHNO_05 · stored"
std::string words(const CompareSide&);

}  // namespace groovebench::app
