// A project's text, line by line as it stands. A line that is pressed is found in the table and among the bytes.
#include <imgui.h>

#include "bytes/format.h"
#include "panels/file_pages.h"
#include "text/key_value.h"
#include "text/latin1.h"

namespace groovebench::app {
namespace {

ui::Tone tone_of(text::LineKind kind) {
    return kind == text::LineKind::entry                                   ? ui::Tone::text
           : kind == text::LineKind::open || kind == text::LineKind::close ? ui::Tone::accent
                                                                           : ui::Tone::faint;
}

}  // namespace

void text_page(Session& session) {
    FileView& view = session.views.file;
    const text::KeyValueText text = text::parse(session.document.bytes(session.selection.file));
    if (ui::begin_scroll("text-lines")) {
        ImGuiListClipper clipper;
        clipper.Begin(int(text.lines.size()), ui::px(20));
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; i++) {
                const text::Line& line = text.lines[std::size_t(i)];
                const std::string words = text::utf8_from_latin1(text.whole(line));
                const bool chosen = view.size && view.at >= line.offset && view.at < line.end();
                const bool comment = words.starts_with('#');  // which ImGui would take for the name
                const auto event = ui::list_row(fmt::format("{}###line-{}", comment ? "comment" : words, i + 1).c_str(),
                                                {.selected = chosen, .height = 20});
                ui::row_text(6, std::to_string(i + 1), ui::Tone::faint, ui::Face::mono_small);
                ui::row_text(48, words, tone_of(line.kind), ui::Face::mono);
                if (event.clicked) {
                    view.field = view.rows.path_at(session.file_shown(), line.offset);
                    view.rows.unfold_to(view.field);
                    view.at = line.offset, view.size = line.size, view.show_row = view.show_bytes = true;
                }
            }
    }
    ui::end_scroll();
}

}  // namespace groovebench::app
