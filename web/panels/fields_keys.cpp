// The keyboard in the table of a file's fields, and the search above it.
#include "panels/fields_keys.h"

#include <algorithm>
#include <utility>

#include "bytes/format.h"
#include "panels/list_keys.h"
#include "session/file_edits.h"

namespace groovebench::app {
namespace {

int row_of_chosen(const std::vector<FileRow>& rows, const std::string& path) {
    const auto found = std::ranges::find(rows, path, &FileRow::path);
    return found == rows.end() ? -1 : int(found - rows.begin());
}

void choose_by_keys(Session& session, const std::vector<FileRow>& rows, int to) {
    if (rows.empty()) return;
    const FileRow& row = rows[std::size_t(std::clamp(to, 0, int(rows.size()) - 1))];
    choose_field(session, row);
    session.views.file.show_row = true;
}

// Left closes, or goes to what the row is in; Right opens.
void fold_by_keys(Session& session, const std::vector<FileRow>& rows, int at, bool open) {
    const FileRow& row = rows[std::size_t(at)];
    if (row.folds && row.open != open) return session.views.file.rows.fold(row);
    if (open) return choose_by_keys(session, rows, row.folds ? at + 1 : at);
    int up = at;
    while (up > 0 && rows[std::size_t(up)].depth >= row.depth) up--;
    choose_by_keys(session, rows, up);
}

}  // namespace

void choose_field(Session& session, const FileRow& row) {
    FileView& view = session.views.file;
    if (view.field != row.path) view.chosen_at = session.now, view.held.reset();
    const bool placed = row.offset != Problem::nowhere;
    view.field = row.path, view.at = placed ? row.offset : 0, view.size = placed ? row.size : 0, view.show_bytes = true;
}

void begin_typing(FileView& view, std::string words) {
    view.typed = std::move(words);
    view.typing = true, view.typing_begun = false;
}

void use_field_keys(Session& session, const std::vector<FileRow>& rows) {
    FileView& view = session.views.file;
    const ListKeys keys = list_keys(field_row_height);
    if (!keys) return;
    const int at = row_of_chosen(rows, view.field);
    if (keys.home || keys.end) return choose_by_keys(session, rows, keys.home ? 0 : int(rows.size()) - 1);
    if (keys.by || at < 0) return choose_by_keys(session, rows, at < 0 ? 0 : at + keys.by);
    if (keys.left || keys.right) return fold_by_keys(session, rows, at, keys.right);
    const FileRow& row = rows[std::size_t(at)];
    if (row.folds) return view.rows.fold(row);
    if (!can_edit(row)) return session.say(fmt::format("{} is kept, not edited", row.path));
    begin_typing(view, value_words(row, session.document.bytes(session.selection.file)));
}

void follow_field(FileView& view, const std::vector<FileRow>& rows) {
    const int at = view.show_row ? row_of_chosen(rows, view.field) : -1;
    if (at < 0) return;  // what the workshop unfolds comes a little later
    view.show_row = false;
    view.at = rows[std::size_t(at)].offset, view.size = rows[std::size_t(at)].size;
    scroll_to_row(at, field_row_height);
}

bool search_fields(Session& session, const std::vector<FileRow>& rows) {
    FileView& view = session.views.file;
    ui::line(34);
    const auto typed = ui::search_box("Find in names, meanings and values###file-filter", view.filter,
                                      "find in names, meanings and values", "Ctrl F", ui::px(340), std::exchange(view.find, false));
    const int at = typed.up || typed.down || typed.committed ? row_of_chosen(rows, view.field) : -1;
    if (typed.up || typed.down) choose_by_keys(session, rows, at + (typed.down ? 1 : -1));
    if (typed.committed && !view.filter.empty()) choose_by_keys(session, rows, std::max(0, at));
    if (typed.cancelled) session.show_field(view.field);
    ui::same(12);
    if (view.rows.searching()) ui::keep_awake();
    const std::string words = view.filter.empty()     ? ""
                              : view.rows.searching() ? fmt::format("{} of {} values so far", rows.size(), view.rows.looked_at())
                              : rows.size() >= FileRows::most_found ? fmt::format("the first {}", rows.size())
                                                                    : fmt::format("{} found", rows.size());
    ui::text(words, ui::Tone::soft, ui::Face::small, 0, "file-found");
    return typed.active || typed.committed || typed.cancelled;
}

}  // namespace groovebench::app
