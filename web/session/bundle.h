// A project of an OP-Z as a zip with the kits it uses, and such a zip onto the disk that is open: what was chosen, what the
// workshop planned, how far it is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "messages/disk.h"
#include "session/requests.h"

namespace groovebench::app {

class Session;

// Out: made of the files as they stand, unsaved edits too.
class BundleOut {
public:
    explicit BundleOut(Session& of) : session(of) {}

    void begin(std::string project);  // it is looked at
    const std::string& project() const { return path; }

    enum class State : u8 { idle, working, done, failed };
    State state() const { return now; }
    double progress() const { return share; }             // 0 to 1
    const std::string& message() const { return words; }  // of done and failed
    void build();
    void cancel();
    void progressed(double to) { share = to; }

private:
    Session& session;
    std::string path, words;
    State now = State::idle;
    double share = 0;
    u64 run = 0;  // answers of a cancelled run are not ours
};

// In: one edit that adds what the disk does not have.
class BundleIn {
public:
    explicit BundleIn(Session& of) : session(of) {}

    void choose();  // the page shows the dialog for files
    void plan_for(int number, bool replace);
    void bring_in();
    void forget();

    enum class State : u8 { idle, choosing, planning, planned, refused, taking, done };
    State state() const { return now; }
    const std::string& name() const { return zip; }
    int number() const { return target; }
    const BundleTold& plan() const { return told; }       // of planned
    const std::string& message() const { return words; }  // of refused: why
    double progress() const;                              // of taking

private:
    void take_next();
    void put();
    void refuse(std::string sentence);

    Session& session;
    State now = State::idle;
    std::string zip, words;
    int target = 0;
    BundleTold told;
    std::vector<Bytes> taken;
    u64 run = 0;
    std::size_t planned_at = 0;  // in the history
};

// A project with nothing in it, at this number: an edit.
void add_blank_opz(Session&, int number);

}  // namespace groovebench::app
