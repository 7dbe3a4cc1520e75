// A few bytes that are kept: without an allocation as long as they are as few as an edit of one field has.
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "bytes/bytes.h"

namespace groovebench::card {

class Snippet {
public:
    Snippet() = default;
    Snippet(ByteView from) : count(from.size()) {
        if (count > small.size()) large = std::make_unique<std::byte[]>(count);
        std::copy(from.begin(), from.end(), large ? large.get() : small.data());
    }
    Snippet(const Bytes& from) : Snippet(ByteView(from)) {}
    Snippet(const Snippet& other) : Snippet(ByteView(other)) {}
    Snippet(Snippet&& other) noexcept : small(other.small), large(std::move(other.large)), count(std::exchange(other.count, 0)) {}
    Snippet& operator=(Snippet other) noexcept {
        small = other.small, large = std::move(other.large), count = other.count;
        return *this;
    }

    const std::byte* data() const { return large ? large.get() : small.data(); }
    std::size_t size() const { return count; }
    bool empty() const { return count == 0; }
    const std::byte* begin() const { return data(); }
    const std::byte* end() const { return data() + count; }
    std::byte operator[](std::size_t i) const { return data()[i]; }

private:
    std::array<std::byte, 16> small{};
    std::unique_ptr<std::byte[]> large;
    std::size_t count = 0;
};

}  // namespace groovebench::card
