// What the worker's JavaScript can call. Bytes cross once each way; the rest is JSON.
#include <emscripten/bind.h>

#include "workshop/workshop.h"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;
using groovebench::Bytes;

// The one thing outside of any function: what JavaScript calls has no other place to stand.
struct Stage {
    groovebench::app::Workshop workshop;
    Bytes incoming;
};
Stage stage;

// Room for the bytes of the next work.
val room(std::size_t size) {
    stage.incoming.resize(size);
    return val(typed_memory_view(size, reinterpret_cast<unsigned char*>(stage.incoming.data())));
}

val perform(std::string work, std::string json) {
    const auto reply = stage.workshop.perform(work, json, std::exchange(stage.incoming, {}));
    val result = val::object();
    result.set("json", reply.json);
    result.set("refusal", reply.refusal);
    const auto view = typed_memory_view(reply.bytes.size(), reinterpret_cast<const unsigned char*>(reply.bytes.data()));
    result.set("bytes", reply.bytes.empty() ? val::null() : val::global("Uint8Array").new_(val(view)));
    return result;
}

}  // namespace

EMSCRIPTEN_BINDINGS(workshop) {
    emscripten::function("room", &room);
    emscripten::function("perform", &perform);
}
