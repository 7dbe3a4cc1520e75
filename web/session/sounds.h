// Sounds of the card: how long they are (from the first bytes), what they look like, what they sound like. The
// page reads them and the workshop decodes them: here is only what is known. Only what is looked at is asked for. The bytes of one
// that the card does not have yet go along.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "card/document.h"
#include "session/requests.h"
#include "widgets/picture.h"

namespace groovebench::app {

struct SoundFacts {
    enum class State { waiting, failed, known } state = State::waiting;
    struct Info {
        u32 rate = 0;  // frames a second
        u16 channels = 0, bits = 0;
        u64 frames = 0;
    } info;
    std::string failure;
};
struct SoundPicture {
    enum class State { waiting, failed, known } state = State::waiting;
    std::vector<ui::Peak> peaks;
    u64 frames = 0;
    std::string failure;
};

class Sounds {
public:
    Sounds(Requests& to, const card::Document& of) : requests(to), document(of) {}

    // Asked for at the first look.
    const SoundFacts& facts(const std::string& path);
    const SoundPicture& picture(const std::string& path);

    // Plays frames [from, to); to 0 is the end. A second call stops what plays. `failed` hears why it cannot be played.
    void play(const std::string& path, u64 from, u64 to, std::function<void(std::string_view why)> failed);
    void stop();
    const std::string& playing() const { return sounding; }  // empty when nothing plays
    void stopped() { sounding.clear(); }

    u64 revision() const { return changes; }  // grows when something more is known

    void forget();

private:
    Bytes added_here(const std::string& path) const;

    Requests& requests;
    const card::Document& document;
    std::map<std::string, SoundFacts, std::less<>> known;
    std::map<std::string, SoundPicture, std::less<>> pictures;
    std::string sounding;
    u64 changes = 1;
};

}  // namespace groovebench::app
