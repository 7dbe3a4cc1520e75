#include "app/app.h"

#include <nlohmann/json.hpp>

#include "app/frame.h"
#include "app/tells.h"
#include "session/journaling.h"
#include "session/saving.h"
#include "session/session.h"

namespace groovebench::app {

App::App() : state(std::make_unique<Session>()) {}
App::~App() = default;

void App::frame(double seconds) {
    state->tick(seconds);
    app::frame(*state);
    keep_journal(*state);
}

void App::tell(std::string_view event, std::string_view json) {
    app::tell(*state, event, nlohmann::ordered_json::parse(json, nullptr, false));
}

std::vector<Request> App::take_requests() { return state->requests.take(); }

void App::answer(int id, std::string_view json, Bytes bytes) {
    state->requests.answer(id, {.ok = true, .json = std::string(json), .bytes = std::move(bytes)});
}

void App::refuse(int id, std::string_view message) { state->requests.answer(id, {.message = std::string(message)}); }

std::string App::save_plan(bool with_stored) { return app::save_plan(*state, with_stored); }
Bytes App::plan_bytes(std::string_view path) { return planned(*state, path); }
std::optional<Bytes> App::original_bytes(std::string_view path) { return app::original_bytes(*state, path); }
std::string App::verify(std::string_view path, Bytes bytes) { return app::verify(path, bytes); }

bool App::busy() const { return state->busy() || state->requests.waiting(); }

}  // namespace groovebench::app
