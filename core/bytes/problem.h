// What is said when a file is not what it should be: one type for refusals and for findings.
// A refusal travels in a Result and stops the opening; a finding is a Problem in a list, and the file
// stays open. Nothing in the core throws, prints or aborts on account of a file.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "bytes/bytes.h"

namespace groovebench {

enum class Severity : u8 { error, warning, note };

// A broken file contradicts its format; an unsupported one has a version we do not know. The second
// must never invite the user to repair a good file.
enum class Cause : u8 { broken, unsupported };

struct Problem {
    static constexpr std::size_t nowhere = std::size_t(-1);

    Severity severity = Severity::error;
    std::string file;              // "SET/PROJECT/bank01.work"; may be filled in by whoever knows it
    std::size_t offset = nowhere;  // where in the file, in bytes
    std::string path;              // the field: "patterns[3].audio_tracks[1].trigs", counted from 1
    std::string expected;          // "DPS1BANK"
    std::string found;             // "DPS1ARRA"
    Cause cause = Cause::broken;
};

// The line a person reads: "bank01.work: patterns[3]: at 0x8: expected DPS1BANK, found DPS1ARRA".
std::string sentence(const Problem&);

// A value, or the Problem that stands in its way.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state(std::in_place_index<0>, std::move(value)) {}
    Result(Problem problem) : state(std::in_place_index<1>, std::move(problem)) {}

    explicit operator bool() const { return state.index() == 0; }
    T& operator*() & { return std::get<0>(state); }
    const T& operator*() const& { return std::get<0>(state); }
    T&& operator*() && { return std::get<0>(std::move(state)); }
    T* operator->() { return &std::get<0>(state); }
    const T* operator->() const { return &std::get<0>(state); }
    const Problem& problem() const { return std::get<1>(state); }

private:
    std::variant<T, Problem> state;
};

// Success without a value, or a Problem.
class [[nodiscard]] Outcome {
public:
    Outcome() = default;
    Outcome(Problem problem) : failure(std::move(problem)) {}
    explicit operator bool() const { return !failure; }
    const Problem& problem() const { return *failure; }

private:
    std::optional<Problem> failure;
};

}  // namespace groovebench
