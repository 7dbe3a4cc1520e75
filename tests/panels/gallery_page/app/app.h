// Stands in for web/app in the target gallery: shows every widget, asks for nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/bytes.h"
#include "gallery.h"

namespace groovebench::app {

struct Request {
    int id = 0;
    std::string ask, path, json;
    Bytes bytes;
};

class App {
public:
    void frame(double) { draw_gallery(gallery); }
    // "project" shows the bank map, "pattern" the pattern, "full" the fullest one.
    void tell(std::string_view event, std::string_view, Bytes) {
        gallery.project = event == "project";
        gallery.full = event == "full";
    }
    std::vector<Request> take_requests() { return {}; }
    void answer(int, std::string_view, Bytes) {}
    void refuse(int, std::string_view) {}
    std::string save_plan(bool) { return "{}"; }
    Bytes plan_bytes(std::string_view) { return {}; }
    std::optional<Bytes> original_bytes(std::string_view) { return std::nullopt; }
    std::string verify(std::string_view, Bytes) { return "[]"; }
    bool busy() const { return false; }

private:
    Gallery gallery;
};

}  // namespace groovebench::app
