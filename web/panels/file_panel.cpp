// Any file of the card: its fields, its text, the description of its format. The bytes stand beside it (file_inspector).
#include <imgui.h>

#include "bytes/format.h"
#include "panels/file_pages.h"
#include "panels/remedies.h"
#include "session/checks.h"

namespace groovebench::app {
namespace {

using Page = FileView::Page;

std::string_view kind_words(FileKind kind) {
    constexpr std::string_view words[] = {"project", "markers", "bank", "arrangement", "sample settings", "other file"};
    return words[std::size_t(kind)];
}

void page_chips(FileView& view, const FileForm& form) {
    if (!form.has_fields()) return;
    constexpr std::pair<const char*, Page> pages[] = {
        {"Fields###page-fields", Page::fields}, {"Text###page-text", Page::text}, {"Format###page-format", Page::format}};
    for (const auto& [label, page] : pages) {
        if (page == Page::text && !form.is_text) continue;
        ui::same(page == Page::fields ? 16 : 4);
        if (ui::chip_button(label, view.page == page)) view.page = page;
    }
}

void head(Session& session, const FileShown& file) {
    FileView& view = session.views.file;
    ui::line(48);
    ui::text(shown_name(file.path), ui::Tone::text, ui::Face::big, 0, "file-name");
    ui::same(12);
    const std::string& format = view.rows.form().format;
    ui::chip(format.empty() ? kind_words(kind_of(file.path)) : format);
    ui::same(12);
    ui::text(card::size_in_words(file.bytes.size()), ui::Tone::soft);
    page_chips(view, view.rows.form());
    const std::string path(file.path);
    if (session.has_two_copies(path)) {
        ui::same(16);
        if (ui::link("Compare with its copy###file-compare", ui::Tone::accent, ui::Face::small)) session.compare_copies(path);
    }
    if (session.archive.is_open() || session.is_compared_alone(path)) {
        ui::same(16);
        if (ui::link("Compare…###file-compare", ui::Tone::accent, ui::Face::small)) session.compare_here();
    }
    if (!session.document.changed(file.path)) return;
    const std::size_t differing = card::differing_bytes(session.document.original(file.path), file.bytes);
    const std::string words =
        fmt::format("{} {} from {}", differing, differing == 1 ? "byte differs" : "bytes differ", session.origin());
    ui::from_right(ui::text_width(words, ui::Face::small));
    ui::text(words, ui::Tone::warn, ui::Face::small, 0, "file-differs");
}

// Why it is not edited, or not even read as what its name says; and what can be done about it.
void notice(Session& session, const FileShown& file) {
    const std::string reason(session.document.read_only(file.path));
    const FileForm& form = session.views.file.rows.form();
    const std::string& refused = form.refused;
    if (reason.empty() && refused.empty()) return;
    ui::line(26);
    ui::icon(refused.empty() ? ui::Icon::lock : ui::Icon::warn, ui::Tone::warn, 12);
    ui::same(6);
    const std::string words = refused.empty() ? "Only to be looked at: " + reason : refused;
    with_remedies(session, std::string(file.path), words, ui::Tone::warn, "file-notice");
}

void nothing_to_show(Session& session) {
    const std::string& path = session.selection.file;
    const card::Entry* entry = session.tree.entry(path);
    if (session.document.knows(path))
        return ui::empty_state(ui::Icon::file, "It is no longer there", "It was removed or renamed here; undo brings it back.");
    switch (session.files.state(path)) {
        case FileState::failed:
            return ui::empty_state(ui::Icon::warn, "This file could not be read", session.files.failure(path));
        case FileState::unknown:
            if (!entry) return ui::empty_state(ui::Icon::file, "It is not there", "What added it was undone.");
            if (entry && entry->size > largest_shown)
                return ui::empty_state(ui::Icon::file, card::name_of(path),
                                       fmt::format("{}: too large to be shown byte by byte", card::size_in_words(entry->size)));
            [[fallthrough]];
        default:
            return ui::empty_state(ui::Icon::clock, "Reading …", card::name_of(path));
    }
}

}  // namespace

std::string address_words(std::size_t offset) { return fmt::format("0x{:06X}", offset); }

ui::Tone tone_of(Evidence evidence) {
    return evidence == Evidence::verified ? ui::Tone::ok : evidence <= Evidence::stated ? ui::Tone::soft : ui::Tone::warn;
}

void file_panel(Session& session) {
    const FileShown file = session.file_shown();
    if (!session.document.is_open(file.path)) return nothing_to_show(session);
    FileView& view = session.views.file;
    view.rows.of(file, view.filter);
    head(session, file);
    notice(session, file);
    const FileForm& form = view.rows.form();
    if (!form.has_fields() && view.rows.waits()) return ui::empty_state(ui::Icon::clock, "Reading …", card::name_of(file.path));
    if (!form.has_fields())
        return ui::empty_state(ui::Icon::file, "Only its bytes are known", "They stand beside, as hex and as characters.");
    if (view.page == Page::format) return format_page(session);
    if (view.page == Page::text && form.is_text) return text_page(session);
    fields_page(session);
}

}  // namespace groovebench::app
