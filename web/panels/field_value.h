// The value of a field, to be changed: a list of words or a number in the unit it is shown in. One widget for
// what a format's table, a project's settings and a sample's attributes hold.
#pragma once

#include <functional>
#include <optional>

#include "panels/panels.h"
#include "schema/schema.h"

namespace groovebench::app {

struct FieldShown {
    const Field& field;
    i64 value;
    std::string shown;      // as the format reads it
    std::string_view name;  // of the item, behind ###
    bool bare = true;       // no ground until hovered
    std::string_view tip = {};
    float width = 0;  // scaled pixels; 0: what the widget takes by itself
    // Where an edit takes a while: it is put once, at the end of a drag, and until it shows the value stands here.
    std::optional<i64>* held = nullptr;
};
// `put` changes the value, unless it is held within a gesture of the document while it is dragged. Double click or Delete puts the
// field's "none", where it has one.
void field_value(Session&, const FieldShown&, const std::function<void(i64)>& put);

}  // namespace groovebench::app
