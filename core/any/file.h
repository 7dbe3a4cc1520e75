// An open file of any machine, for programs: read and set by path, checked, compared, written as JSON and as bytes.
//
// The bytes are the file. What is not edited is written as it came; an edited file gets its sum. A file that does not open
// keeps its bytes and says why. A file whose sum is wrong refuses edits until somebody has consented.
#pragma once

#include "any/format.h"

namespace groovebench::any {

class File {
public:
    File(std::string name, Bytes bytes);

    const std::string& name() const { return file_name; }
    const Format* format() const { return known; }  // null: of no known kind
    ByteView bytes() const { return now; }
    bool edited() const { return now != original; }
    Bytes written() const;  // what would be saved: sealed only if edited

    std::optional<Problem> problem() const;  // why it does not open
    std::optional<Problem> locked() const;   // why it is not edited, though it opens
    Outcome allow();                         // consents to edit a file whose sum is wrong

    Result<std::string> json(JsonDetail) const;
    Result<ValueRead> read(std::string_view path) const;
    Result<std::vector<Listed>> list(std::string_view path) const;
    Outcome each(std::string_view path, const std::function<void(const ValueRead&)>&) const;
    std::vector<Problem> check() const;
    Result<std::vector<Told>> summary() const;
    Result<std::vector<Told>> differences(const File& second) const;

    Outcome set(std::string_view path, const Written&);
    // An edit by a rule of the core; what it refuses leaves the bytes as they were.
    Outcome edit(const std::function<Outcome(Bytes&)>& rule);

private:
    Problem here(Problem) const;  // with the file's name
    std::optional<Problem> refused() const;

    std::string file_name;
    Bytes original, now;
    const Format* known;
    bool allowed = false;
};

}  // namespace groovebench::any
