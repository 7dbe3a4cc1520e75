// Sounds of the card: how long they are (from the first bytes), what they look like, what they sound
// like. Only what is looked at or played is read; a few decoded ones are kept.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "audio/peaks.h"
#include "audio/sound.h"
#include "session/files.h"

namespace groovebench::app {

struct SoundFacts {
    enum class State { waiting, failed, known } state = State::waiting;
    audio::SoundInfo info;
    std::string failure;
};
struct SoundPicture {
    enum class State { waiting, failed, known } state = State::waiting;
    std::vector<audio::Peak> peaks;
    u64 frames = 0;
    std::string failure;
};

class Sounds {
public:
    Sounds(Files& from, Requests& to) : files(from), requests(to) {}

    // Asked for at the first look.
    const SoundFacts& facts(const std::string& path);
    const SoundPicture& picture(const std::string& path);

    // Reads, decodes and plays frames [from, to); to 0 is the end. A second call stops what plays.
    void play(const std::string& path, u64 from = 0, u64 to = 0);
    void stop();
    const std::string& playing() const { return sounding; }  // empty when nothing plays
    void stopped() { sounding.clear(); }

    u64 revision() const { return changes; }  // grows when something more is known

    void forget();

private:
    Files& files;
    Requests& requests;
    std::map<std::string, SoundFacts, std::less<>> known;
    std::map<std::string, SoundPicture, std::less<>> pictures;
    std::string sounding;
    u64 changes = 1;
};

}  // namespace groovebench::app
