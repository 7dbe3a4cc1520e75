// The application as the page sees it: events in, requests out, one frame at a time. It knows neither
// JavaScript nor files; web/bindings drives it, and a native test can in its place.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/requests.h"

namespace groovebench::app {

class Session;

class App {
public:
    App();
    ~App();

    // Builds the interface; between ImGui::NewFrame and ImGui::Render. seconds: since the page began.
    void frame(double seconds);
    // Something happened in the page (tells of the bridge).
    void tell(std::string_view event, std::string_view json);
    std::vector<Request> take_requests();
    void answer(int id, std::string_view json, Bytes bytes);
    void refuse(int id, std::string_view message);
    // The plan for writing, as JSON; with_stored: the stored copies (.strd) too.
    std::string save_plan(bool with_stored);
    Bytes plan_bytes(std::string_view path);
    std::optional<Bytes> original_bytes(std::string_view path);
    // Problems of these bytes as the file they would be, as a JSON list; "[]" when fine.
    std::string verify(std::string_view path, Bytes bytes);
    // A request is unanswered, or work is left for the next frame.
    bool busy() const;

    Session& session() { return *state; }

private:
    std::unique_ptr<Session> state;
};

}  // namespace groovebench::app
