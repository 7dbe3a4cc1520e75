#include "app/app.h"

#include <imgui.h>

namespace groovebench::app {

App::App() = default;

void App::frame(double) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("gallery", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    ImGui::TextUnformatted("Groovebench");
    ImGui::End();
}

void App::tell(std::string_view, std::string_view, Bytes) {}
std::vector<Request> App::take_requests() { return {}; }
void App::answer(int, std::string_view, Bytes) {}
void App::refuse(int, std::string_view) {}
std::string App::save_plan(bool) { return "{}"; }
Bytes App::plan_bytes(std::string_view) { return {}; }
std::optional<Bytes> App::original_bytes(std::string_view) { return std::nullopt; }
std::string App::verify(std::string_view, Bytes) { return "[]"; }
bool App::busy() const { return false; }

}  // namespace groovebench::app
