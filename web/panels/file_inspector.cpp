// Beside the fields of a file: all that is known of the chosen one, and the bytes of the file. A byte that is pressed leads
// to its field; what differs from the card is marked.
#include <imgui.h>

#include <algorithm>

#include "bytes/format.h"
#include "panels/disk_panels.h"
#include "panels/file_pages.h"

namespace groovebench::app {
namespace {

void bytes_row(Session& session, const FileShown& file, ByteView before, std::size_t address) {
    FileView& view = session.views.file;
    const std::size_t count = std::min(ui::hex_columns, file.bytes.size() - address);
    const bool same_size = before.size() == file.bytes.size();
    const ui::HexLook look{.address = address,
                           .chosen_begin = view.at,
                           .chosen_end = view.at + view.size,
                           .before = same_size ? before.subspan(address, count) : ByteView()};
    const auto event = ui::hex_row(ui::name("bytes at %zX###hex-%zX", address, address), file.bytes.subspan(address, count), look);
    if (event.pressed >= 0) {
        session.show_byte(address + std::size_t(event.pressed));
        view.show_bytes = false;
    }
    if (event.hovered >= 0) session.views.pointed = address_words(address + std::size_t(event.hovered));
}

void follow(FileView& view) {
    if (!std::exchange(view.show_bytes, false)) return;
    const float height = ui::px(ui::hex_row_height), top = float(view.at / ui::hex_columns) * height,
                seen = ImGui::GetWindowHeight();
    if (top < ImGui::GetScrollY() || top + height > ImGui::GetScrollY() + seen) ImGui::SetScrollY(std::max(0.0f, top - seen / 3));
}

void all_bytes(Session& session, const FileShown& file) {
    const ByteView before = session.document.original(file.path);
    if (ui::begin_scroll("hex-rows")) {
        follow(session.views.file);
        ImGuiListClipper clipper;
        clipper.Begin(int((file.bytes.size() + ui::hex_columns - 1) / ui::hex_columns), ui::px(ui::hex_row_height));
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; i++)
                bytes_row(session, file, before, std::size_t(i) * ui::hex_columns);
    }
    ui::end_scroll();
}

void chosen_field(const FileView& view) {
    ui::heading("Chosen", 0);
    ui::line(22);
    if (!view.size) return ui::text("no field: press a row, or a byte below", ui::Tone::faint);
    ui::text(view.field.empty() ? "a byte of no field" : view.field, ui::Tone::text, ui::Face::mono, ui::width_left(),
             "chosen-field");
    ui::tooltip(view.field);
    ui::line(20);
    ui::text(fmt::format("{} byte{} at {}", view.size, view.size == 1 ? "" : "s", address_words(view.at)), ui::Tone::soft,
             ui::Face::small, 0, "chosen-bytes");
}

}  // namespace

void file_inspector(Session& session) {
    if (!session.document.is_open(session.selection.file)) return;
    disk_section(session);
    const FileShown file = session.file_shown();  // may be another one now
    if (!session.document.is_open(file.path)) return;
    chosen_field(session.views.file);
    ui::heading("Bytes");
    all_bytes(session, file);
}

}  // namespace groovebench::app
