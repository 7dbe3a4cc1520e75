// What the library's JavaScript can call: files as handles, questions in JSON, bytes as typed arrays. Each answer is
// {"value": …} or {"problem": …}; JavaScript makes an error of the second. Only shell/library talks to this.
#pragma once

#include <emscripten/bind.h>

#include <nlohmann/json.hpp>
#include <string>

#include "any/file.h"
#include "bytes/format.h"

namespace groovebench::any {

using emscripten::val;

Json json_of(const Problem&);
Json json_of(const std::vector<Problem>&);
Json json_of(const std::vector<Told>&);
std::string dumped(const Json&);  // what is no UTF-8 is replaced
std::string value_answer(const Json& value);
std::string problem_answer(const Problem&);
std::string answer(const Outcome&);

Bytes bytes_from(const val& typed_array);
val typed_array(ByteView);

}  // namespace groovebench::any
