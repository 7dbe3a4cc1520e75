// Tried once by ci/setup: the parts of the language and of Emscripten that the project leans on.
#include <GLES3/gl3.h>
#include <emscripten/bind.h>
#include <emscripten/html5.h>

#include <format>
#include <ranges>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

static std::string hello(std::string name) {
    int sum = 0;
    std::vector<int> numbers{1, 2, 3};
    for (int square : std::span(numbers) | std::views::transform([](int x) { return x * x; })) sum += square;
    try {
        throw std::runtime_error("caught");
    } catch (const std::exception& error) {
        return std::format("{} {} {}", name, sum, error.what());
    }
}

static void clear() {
    glClear(GL_COLOR_BUFFER_BIT);
    emscripten_webgl_get_current_context();
}

EMSCRIPTEN_BINDINGS(smoke) {
    emscripten::function("hello", &hello);
    emscripten::function("clear", &clear);
}
