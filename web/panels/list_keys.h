// The keyboard in a list that has a cursor of its own.
#pragma once

namespace groovebench::app {

struct ListKeys {
    int by = 0;  // rows down
    bool left = false, right = false, enter = false, home = false, end = false;
    explicit operator bool() const { return by || left || right || enter || home || end; }
};
// What was pressed in this frame; nothing while words are typed, a menu is open or the ring is on a widget. Within the
// window of the rows, whose height (mock-up pixels) tells how far a page goes.
ListKeys list_keys(float row_height);
// Scrolls the window of the rows so that the row is in sight.
void scroll_to_row(int row, float row_height);

}  // namespace groovebench::app
