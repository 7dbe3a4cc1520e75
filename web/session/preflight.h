// Before an archive of an EP-133 goes to a machine: what would stop the tool or the machine, or be silent, in the archive as it
// stands with its edits; and what can be done about it, when somebody asks for that: one edit of the document. It is the archive
// that is open, which lies in the workshop, or one in a folder that is looked at. The workshop is asked when somebody looks and
// something has changed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "messages/preflight.h"
#include "session/requests.h"

namespace groovebench::app {

class Session;

class Preflight {
public:
    explicit Preflight(Session& of) : session(of) {}

    bool possible() const;  // there is such an archive
    void look();            // somebody looks at it: once a frame is fine
    void forget();

    // What was found last; errors first. Not current: something has changed since, and the workshop looks again.
    const std::vector<FindingTold>& findings() const { return found; }
    bool known() const { return looked; }
    bool current() const;
    std::size_t errors() const;                           // that the tool or the machine would stop at
    const std::string& failure() const { return words; }  // why it could not be looked at

    void show(const FindingTold&);  // goes where it is
    void mend(const FindingTold&);
    bool mending() const { return under_way == UnderWay::mend; }

private:
    enum class UnderWay : u8 { nothing, look, mend };
    std::string file() const;  // the one in a folder; empty: the archive that is open, or none
    u64 version() const;       // grows when it is edited
    void ask(std::string work, ArchiveOrder, std::function<void(Answer&)> then);
    void looked_at(Answer&, u64 at);
    ArchiveOrder order() const;
    void mended_file(Answer&, u64 at, const std::string& path, const FindingTold&);
    void mended(Answer&, u64 at, const FindingTold&);
    bool put_note(const std::string& note, const std::string& label);

    Session& session;
    std::vector<FindingTold> found;
    std::string words;
    bool looked = false;
    UnderWay under_way = UnderWay::nothing;
    std::string found_in;
    u64 found_at = 0;  // the version
    u64 run = 0;       // answers of a former archive are not ours
};

}  // namespace groovebench::app
