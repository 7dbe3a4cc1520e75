// A pattern becomes a .ppak: the plan, as often as a choice changes; then the building, in steps, so that the
// page can show progress and stop.
#pragma once

#include <optional>

#include "convert/build.h"
#include "workshop/reply.h"

namespace groovebench::app {

class PpakDesk {
public:
    // text: a PpakOrder; files: the bytes it speaks of.
    Reply plan(std::string_view text, ByteView files) const;

    Reply begin(std::string_view text, ByteView files);
    Reply add_sound(const std::string& path, ByteView file);
    Reply step();
    Reply end();
    Reply forget();

private:
    // What is being made. Its sounds are borrowed by the building: both go together.
    struct Making {
        convert::Plan plan;
        convert::SoundsByPath sounds;
        std::optional<convert::Building> building;
    };
    std::optional<Making> making;
};

}  // namespace groovebench::app
