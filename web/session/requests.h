// What the application asks of the page, and who waits for the answer. The core never waits: a request
// goes out after a frame, its answer comes in before a later one. Panels show states, never call back;
// the session's own parts (files, sounds, journal) give a function for the answer.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/bytes.h"

namespace groovebench::app {

struct Request {
    int id = 0;  // 0 awaits no answer
    std::string ask, path, json;
    Bytes bytes;
};

struct Answer {
    bool ok = false;
    std::string json;     // of an answer
    Bytes bytes;          // of an answer
    std::string message;  // of a refusal: a sentence
};

class Requests {
public:
    // No answer awaited: announce, title, cursor, journal …
    void say(std::string ask, std::string path = {}, std::string json = "{}", Bytes bytes = {});
    void ask(std::string ask, std::string path, std::string json, std::function<void(Answer&)> then);
    void ask(std::string ask, std::string path, std::string json, Bytes bytes, std::function<void(Answer&)> then);

    std::vector<Request> take();
    void answer(int id, Answer answer);
    // Answers that are still under way belong to a former card: nobody waits for them any more.
    void forget();
    bool waiting() const { return !waiters.empty(); }

private:
    std::vector<Request> queue;
    std::map<int, std::function<void(Answer&)>> waiters;
    int next_id = 1;
};

}  // namespace groovebench::app
