#include "session/files.h"

#include <algorithm>

namespace groovebench::app {
namespace {
constexpr std::size_t at_once = 16;
}

void Files::want(std::string_view path) {
    // One that was removed here is still on the card until the next save: it is not opened again.
    if (state(path) != FileState::unknown || document.knows(path)) return;
    queue.emplace_back(path);
}

FileState Files::state(std::string_view path) const {
    if (document.is_open(path)) return FileState::open;
    if (failures.contains(path)) return FileState::failed;
    const bool waits = under_way.contains(path) || std::ranges::find(queue, path) != queue.end();
    return waits ? FileState::waiting : FileState::unknown;
}

std::string_view Files::failure(std::string_view path) const {
    const auto found = failures.find(path);
    return found == failures.end() ? std::string_view() : found->second;
}

void Files::arrived(const std::string& path, Answer& answer) {
    under_way.erase(path);
    if (!answer.ok) {
        failures[path] = answer.message;
        return;
    }
    take(path, std::move(answer.bytes));
}

void Files::take(const std::string& path, Bytes bytes) {
    if (document.open_file(path, std::move(bytes)) && opened) opened(path);
}

void Files::pump() {
    while (!queue.empty() && under_way.size() < at_once) {
        const std::string path = queue.front();
        queue.pop_front();
        under_way.insert(path);
        requests.ask("read", path, "{}", [this, path](Answer& answer) { arrived(path, answer); });
    }
}

void Files::forget() {
    queue.clear();
    under_way.clear();
    failures.clear();
}

}  // namespace groovebench::app
