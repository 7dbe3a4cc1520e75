// Making a .ppak of the pattern that is looked at: the user's choices, the plan that the workshop made of them,
// and how far the building is.
#pragma once

#include <optional>
#include <string>

#include "bytes/bytes.h"
#include "messages/ppak.h"

namespace groovebench::app {

class Session;

class Conversion {
public:
    explicit Conversion(Session& of) : session(of) {}

    void begin();  // for the pattern that is looked at, with the usual choices
    // Asked for anew when the pattern, a choice or what is known of a sample has changed; until the answer is
    // there it is the one before. Null before the first.
    const PpakPlan* plan();
    convert::Choices choices;
    void chosen() { choice_count++; }  // after a change of `choices`

    enum class State { idle, working, done, failed };
    State state() const { return now; }
    double progress() const { return share; }             // 0 to 1
    const std::string& message() const { return words; }  // of done and failed, or why there is no plan
    void build();
    void cancel();
    void progressed(double to) { share = to; }

private:
    PpakOrder order() const;
    Bytes open_files() const;  // those the order speaks of, one behind the other
    void fail(std::string sentence);

    Session& session;
    std::optional<PpakPlan> planned;
    u64 choice_count = 1;
    struct Key {
        u64 document = 0, tree = 0, sounds = 0, choices = 0;
        int bank = 0, pattern = 0;
        bool operator==(const Key&) const = default;
    } planned_for;

    State now = State::idle;
    std::string words;
    double share = 0;
    u64 run = 0;  // answers of a cancelled run are not ours
};

}  // namespace groovebench::app
