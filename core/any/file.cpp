#include "any/file.h"

namespace groovebench::any {

File::File(std::string name, Bytes bytes)
    : file_name(std::move(name)), original(std::move(bytes)), now(original), known(format_of(file_name, original)) {}

Problem File::here(Problem problem) const {
    problem.file = file_name;
    return problem;
}

std::optional<Problem> File::problem() const {
    if (!known) return unknown_format(file_name);
    const auto found = known->refusal(now);
    return found ? std::optional(here(*found)) : std::nullopt;
}

std::optional<Problem> File::locked() const {
    const auto found = known && !allowed && !edited() ? known->locked(now) : std::nullopt;
    return found ? std::optional(here(*found)) : std::nullopt;
}

std::optional<Problem> File::refused() const {
    if (auto found = problem()) return found;
    return locked();
}

Outcome File::allow() {
    if (auto found = problem()) return *found;
    const auto reason = locked();
    if (reason && reason->cause == Cause::unsupported) return *reason;
    allowed = true;
    return {};
}

Bytes File::written() const {
    Bytes out = now;
    if (known && edited()) known->seal(out);
    return out;
}

Result<std::string> File::json(JsonDetail detail) const {
    if (!known) return unknown_format(file_name);
    auto text = known->json(now, detail);
    return text ? std::move(text) : here(text.problem());
}

Result<ValueRead> File::read(std::string_view path) const {
    if (!known) return unknown_format(file_name);
    auto value = known->read(now, path);
    return value ? std::move(value) : here(value.problem());
}

Result<std::vector<Listed>> File::list(std::string_view path) const {
    if (!known) return unknown_format(file_name);
    auto fields = known->list(now, path);
    return fields ? std::move(fields) : here(fields.problem());
}

Outcome File::each(std::string_view path, const std::function<void(const ValueRead&)>& visit) const {
    if (!known) return unknown_format(file_name);
    const Outcome done = known->each(now, path, visit);
    return done ? done : here(done.problem());
}

std::vector<Problem> File::check() const {
    if (!known) return {unknown_format(file_name)};
    return known->check(file_name, written());
}

Result<std::vector<Told>> File::summary() const {
    if (const auto found = problem()) return *found;
    return known->summary(file_name, now);
}

Result<std::vector<Told>> File::differences(const File& second) const {
    if (const auto found = problem()) return *found;
    if (const auto found = second.problem()) return *found;
    if (known != second.known)
        return Problem{.file = second.file_name, .expected = std::string(known->name), .found = std::string(second.known->name)};
    return known->differences(file_name, now, second.now);
}

Outcome File::set(std::string_view path, const Written& value) {
    return edit([&](Bytes& bytes) { return known->set(bytes, path, value); });
}

Outcome File::edit(const std::function<Outcome(Bytes&)>& rule) {
    if (const auto found = refused()) return *found;
    Bytes copy = now;
    if (const Outcome done = rule(copy); !done) return here(done.problem());
    if (const auto broken = known->refusal(copy)) return here(*broken);
    now = std::move(copy);
    return {};
}

}  // namespace groovebench::any
