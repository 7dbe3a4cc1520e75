// What the page's JavaScript can call: the whole bridge, in one place. Bytes cross once; strings are
// JSON where they are more than a word. Names are JavaScript's.
#include <emscripten/bind.h>
#include <emscripten/heap.h>
#include <malloc.h>

#include <memory>

#include "bytes/format.h"
#include "page.h"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;
using groovebench::Bytes;
using groovebench::ByteView;
using groovebench::page::Page;

// The one thing outside of any function: what JavaScript calls has no other place to stand.
struct Stage {
    std::unique_ptr<Page> page;
};
Stage stage;

val as_bytes(ByteView bytes) {
    const auto view = typed_memory_view(bytes.size(), reinterpret_cast<const unsigned char*>(bytes.data()));
    return val::global("Uint8Array").new_(val(view));
}

void start(std::string canvas) { stage.page = std::make_unique<Page>(std::move(canvas)); }

void add_font(std::string kind, val file) {
    using groovebench::look::FontKind;
    const auto bytes = emscripten::convertJSArrayToNumberVector<unsigned char>(file);
    const FontKind which = kind == "mono"            ? FontKind::mono
                           : kind == "text-medium"   ? FontKind::text_medium
                           : kind == "text-semibold" ? FontKind::text_semibold
                                                     : FontKind::text;
    stage.page->add_font(which, std::as_bytes(std::span(bytes)));
}

void set_look(std::string theme, float scale) {
    using groovebench::look::Theme;
    stage.page->set_look(theme == "light" ? Theme::light : theme == "contrast" ? Theme::contrast : Theme::dark, scale);
}

bool frame(double seconds, float width, float height, float density) { return stage.page->frame(seconds, width, height, density); }
void wake() { stage.page->wake(); }
void pointer(float x, float y) { stage.page->pointer(x, y); }
void pointer_leave() { stage.page->pointer(-1e30f, -1e30f); }
void button(int index, bool down) { stage.page->button(index, down); }
void wheel(float dx, float dy) { stage.page->wheel(dx, dy); }
void key(std::string code, bool down, bool ctrl, bool shift, bool alt, bool meta) {
    stage.page->key(code, down, ctrl, shift, alt, meta);
}
void type(std::string text) { stage.page->type(text); }
void paste(std::string text) { stage.page->paste(std::move(text)); }
void focus(bool has) { stage.page->focus(has); }

val room(std::size_t size) { return val(typed_memory_view(size, reinterpret_cast<unsigned char*>(stage.page->room(size)))); }

void tell(std::string event, std::string json) {
    stage.page->application().tell(event, json);
    stage.page->wake();
}

void answer(int id, std::string json) {
    stage.page->application().answer(id, json, stage.page->take_room());
    stage.page->wake();
}

void refuse(int id, std::string message) {
    stage.page->application().refuse(id, message);
    stage.page->wake();
}

val take_requests() {
    val list = val::array();
    for (const auto& request : stage.page->take_requests()) {
        val one = val::object();
        one.set("id", request.id);
        one.set("ask", request.ask);
        one.set("path", request.path);
        one.set("json", request.json);
        one.set("bytes", request.bytes.empty() ? val::null() : as_bytes(request.bytes));
        list.call<void>("push", one);
    }
    return list;
}

std::string save_plan(bool with_stored) { return stage.page->application().save_plan(with_stored); }
val plan_bytes(std::string path) { return as_bytes(stage.page->application().plan_bytes(path)); }
val original_bytes(std::string path) {
    const auto bytes = stage.page->application().original_bytes(path);
    return bytes ? as_bytes(*bytes) : val::null();
}
std::string verify(std::string path) { return stage.page->application().verify(path, stage.page->take_room()); }

val items() {
    val list = val::array();
    for (const auto& item : stage.page->items()) {
        val one = val::object();
        one.set("label", item.label);
        one.set("name", item.name);
        one.set("window", item.window);
        one.set("x", item.at.x), one.set("y", item.at.y);
        one.set("w", item.size.x), one.set("h", item.size.y);
        one.set("disabled", item.disabled), one.set("checked", item.checked);
        list.call<void>("push", one);
    }
    return list;
}

bool idle() { return stage.page->idle(); }

// heap: bytes of wasm memory; used: bytes allocated in it; draws: frames drawn since the start.
std::string debug_stats() {
    return fmt::format("{{\"heap\":{},\"used\":{},\"draws\":{}}}", emscripten_get_heap_size(), mallinfo().uordblks,
                       stage.page->draws());
}

}  // namespace

EMSCRIPTEN_BINDINGS(groovebench) {
    using emscripten::function;
    function("start", &start);
    function("addFont", &add_font);
    function("setLook", &set_look);
    function("frame", &frame);
    function("wake", &wake);
    function("pointer", &pointer);
    function("pointerLeave", &pointer_leave);
    function("button", &button);
    function("wheel", &wheel);
    function("key", &key);
    function("type", &type);
    function("paste", &paste);
    function("focus", &focus);
    function("room", &room);
    function("tell", &tell);
    function("answer", &answer);
    function("refuse", &refuse);
    function("takeRequests", &take_requests);
    function("savePlan", &save_plan);
    function("planBytes", &plan_bytes);
    function("originalBytes", &original_bytes);
    function("verify", &verify);
    function("items", &items);
    function("idle", &idle);
    function("debugStats", &debug_stats);
}
