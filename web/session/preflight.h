// Before the archive of an EP-133 goes to a machine: what would stop the tool or the machine, or be silent, in the archive as it
// stands with its edits; and what can be done about it, when somebody asks for that: one edit of the document. The archive lies
// in the workshop, which is asked when somebody looks and something has changed.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "messages/preflight.h"
#include "session/requests.h"

namespace groovebench::app {

class Session;

class Preflight {
public:
    explicit Preflight(Session& of) : session(of) {}

    bool possible() const;  // the archive of an EP-133 is open
    void look();            // somebody looks at it: once a frame is fine
    void forget();

    // What was found last; errors first. Not current: something has changed since, and the workshop looks again.
    const std::vector<FindingTold>& findings() const { return found; }
    bool known() const { return looked; }
    bool current();
    std::size_t errors() const;                           // that the tool or the machine would stop at
    const std::string& failure() const { return words; }  // why it could not be looked at

    void show(const FindingTold&);  // goes where it is
    void mend(const FindingTold&);
    bool mending() const { return under_way == UnderWay::mend; }

private:
    enum class UnderWay : u8 { nothing, look, mend };
    using State = std::vector<std::pair<std::string, u64>>;  // the edited members, by revision

    const State& state();
    ArchiveOrder order() const;
    Bytes edited() const;
    void looked_at(Answer&, State);
    void mended(Answer&, const State&, const std::string& label);
    bool put(const MendTold&, ByteView bytes, const std::string& label);
    bool put_note(const std::string& note, const std::string& label);

    Session& session;
    std::vector<FindingTold> found;
    std::string words;
    bool looked = false;
    UnderWay under_way = UnderWay::nothing;
    State now, found_at;
    u64 now_at = 0;  // revision of the document
    u64 run = 0;     // answers of a former archive are not ours
};

}  // namespace groovebench::app
