// By what a file is known again: its size and a hash of its bytes. Against accidents, not against malice.
#pragma once

#include <string>

#include "bytes/bytes.h"

namespace groovebench::card {

struct Fingerprint {
    u64 size = 0, hash = 0;
    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

Fingerprint fingerprint(ByteView bytes);
std::string hex(u64 value);  // 16 digits

}  // namespace groovebench::card
