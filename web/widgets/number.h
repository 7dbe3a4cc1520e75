// The gestures of every number, whatever it is drawn as. Private to the folder.
#pragma once

#include "widgets/field.h"
#include "widgets/place.h"

namespace groovebench::ui {

struct Gesture {
    Edit edit;
    bool typing = false;  // draw typed_words() in place of the value
    bool hovered = false, held = false, focused = false;
};

// travel: scaled pixels of a coarse drag over the whole range, at least one a step.
Gesture number_gesture(const Placed& at, const Number& number, float travel);
// What has been typed so far, with a caret.
std::string typed_words();

}  // namespace groovebench::ui
