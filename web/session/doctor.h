// A bank that does not open, looked at by the workshop: what is damaged, what is whole; and the bank that can be made of it,
// as an edit like any other, when somebody asks for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "messages/compare.h"
#include "session/requests.h"

namespace groovebench::app {

class Session;

class Doctor {
public:
    explicit Doctor(Session& of) : session(of) {}

    enum class State : u8 { idle, looking, found, rebuilding, rebuilt, failed };
    void examine(std::string path);
    void rebuild();
    void forget();

    State state() const { return now; }
    const std::string& path() const { return file; }
    const Examined& damage() const { return examined_bank; }
    const std::string& message() const { return words; }            // of failed
    const std::vector<std::string>& notes() const { return told; }  // of rebuilt: what was kept in part, what is blank

private:
    void put(Answer&, u64 revision);
    void fail(std::string sentence);

    Session& session;
    State now = State::idle;
    std::string file, words;
    Examined examined_bank;
    std::vector<std::string> told;
    u64 run = 0;  // answers of a former run are not ours
};

// A file that arrived with a wrong checksum: the bytes stay, the sum becomes theirs. With the owner's consent only.
void mend_checksum(Session&, const std::string& path);

}  // namespace groovebench::app
