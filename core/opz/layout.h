// What a project is to tools that go over any format: its records that are as the machine makes them have a word of their own.
#pragma once

#include "opz/project.h"
#include "schema/forms.h"

namespace groovebench::opz {

// "blank" for a pattern nobody has touched, "empty" for a slot or a step as in one.
const RecordForms& record_forms();

}  // namespace groovebench::opz
