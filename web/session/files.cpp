#include "session/files.h"

#include <algorithm>
#include <format>

namespace groovebench::app {
namespace {
constexpr std::size_t at_once = 16;
}

void Files::want(std::string_view path) {
    if (state(path) != FileState::unknown) return;
    queue.emplace_back(path);
}

void Files::retry(std::string_view path) {
    if (const auto found = failures.find(path); found != failures.end()) failures.erase(found);
    want(path);
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

void Files::read(std::string path, std::size_t head, std::function<void(Answer&)> then) {
    reads.push_back({std::move(path), head, std::move(then)});
}

void Files::use_zip(Bytes archive, archive::Zip zip) {
    archive_bytes = std::move(archive);
    from_zip = std::move(zip);
    from_zip->file = archive_bytes;
}

Answer Files::from_archive(const std::string& path) const {
    const archive::ZipEntry* entry = archive::find_entry(*from_zip, path);
    if (!entry) return {.message = path + " is not in the zip"};
    auto bytes = archive::read_entry(*from_zip, *entry);
    if (!bytes) return {.message = sentence(bytes.problem())};
    return {.ok = true, .bytes = *std::move(bytes)};
}

void Files::arrived(const std::string& path, Answer& answer) {
    under_way.erase(path);
    if (!answer.ok) {
        failures[path] = answer.message;
        return;
    }
    document.open_file(path, std::move(answer.bytes));
    if (opened) opened(path);
}

void Files::pump() {
    if (from_zip) {
        if (!queue.empty()) {
            const std::string path = queue.front();
            queue.pop_front();
            Answer answer = from_archive(path);
            arrived(path, answer);
        } else if (!reads.empty()) {
            const Read next = std::move(reads.front());
            reads.pop_front();
            Answer answer = from_archive(next.path);
            answer.json = std::format("{{\"size\":{}}}", answer.bytes.size());
            if (next.head && answer.bytes.size() > next.head) answer.bytes.resize(next.head);
            next.then(answer);
        }
        return;
    }
    while (!queue.empty() && under_way.size() < at_once) {
        const std::string path = queue.front();
        queue.pop_front();
        under_way.insert(path);
        requests.ask("read", path, "{}", [this, path](Answer& answer) { arrived(path, answer); });
    }
    while (!reads.empty() && reads_under_way < int(at_once)) {
        Read next = std::move(reads.front());
        reads.pop_front();
        reads_under_way++;
        const std::string json = std::format("{{\"length\":{}}}", next.head);
        requests.ask(next.head ? "read_head" : "read", next.path, json, [this, then = std::move(next.then)](Answer& answer) {
            reads_under_way--;
            then(answer);
        });
    }
}

void Files::forget() {
    queue.clear();
    under_way.clear();
    failures.clear();
    reads.clear();
    reads_under_way = 0;
    from_zip.reset();
    archive_bytes = {};
}

}  // namespace groovebench::app
