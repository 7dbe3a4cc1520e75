// The slices of the kit that is looked at, as the workshop reads them; asked for again when it was edited.
#pragma once

#include <optional>
#include <string>

#include "messages/disk.h"

namespace groovebench::app {

class Session;

class KitShown {
public:
    explicit KitShown(Session& of) : session(of) {}

    void forget();
    void pump();                  // once a frame
    const KitTold* told() const;  // null: no kit is looked at, or it is not told yet
    int chosen() const;           // the slice whose field is chosen, from 0; -1: none
    void play(int slice);         // -1: all of it

private:
    Session& session;
    std::string path;
    u64 revision = 0;
    std::optional<KitTold> kit;
};

}  // namespace groovebench::app
