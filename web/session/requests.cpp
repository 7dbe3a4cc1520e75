#include "session/requests.h"

#include <utility>

namespace groovebench::app {

void Requests::say(std::string ask, std::string path, std::string json, Bytes bytes) {
    queue.push_back({0, std::move(ask), std::move(path), std::move(json), std::move(bytes)});
}

void Requests::ask(std::string wanted, std::string path, std::string json, std::function<void(Answer&)> then) {
    ask(std::move(wanted), std::move(path), std::move(json), {}, std::move(then));
}

void Requests::ask(std::string wanted, std::string path, std::string json, Bytes bytes, std::function<void(Answer&)> then) {
    const int id = next_id++;
    waiters.emplace(id, std::move(then));
    queue.push_back({id, std::move(wanted), std::move(path), std::move(json), std::move(bytes)});
}

std::vector<Request> Requests::take() { return std::exchange(queue, {}); }

void Requests::answer(int id, Answer answer) {
    const auto found = waiters.find(id);
    if (found == waiters.end()) return;
    const auto then = std::move(found->second);
    waiters.erase(found);
    then(answer);
}

void Requests::forget() {
    waiters.clear();
    std::erase_if(queue, [](const Request& request) { return request.id != 0; });
}

}  // namespace groovebench::app
