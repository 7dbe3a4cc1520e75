#include "session/kit_shown.h"

#include <charconv>

#include "session/session.h"

namespace groovebench::app {

void KitShown::forget() {
    path.clear(), revision = 0;
    kit.reset();
}

void KitShown::pump() {
    const FileShown file = session.file_shown();
    if (session.views.file.rows.form().format != "opz kit") return;
    if (path == file.path && revision == file.revision) return;
    if (path != file.path) kit.reset();
    path = file.path, revision = file.revision;
    session.requests.ask("opz_kit", path, "{}", Bytes(file.bytes.begin(), file.bytes.end()),
                         [this, of = path, at = revision](Answer& answer) {
                             if (of == path && at == revision && answer.ok) kit = kit_told(answer.json);
                         });
}

const KitTold* KitShown::told() const {
    const bool is_shown = session.selection.view == View::file && session.selection.file == path;
    return is_shown && kit && !kit->slices.empty() ? &*kit : nullptr;
}

int KitShown::chosen() const {
    const std::string& field = session.views.file.field;
    const auto bracket = field.find('[');
    int number = 0;
    if (!told() || bracket == field.npos) return -1;
    std::from_chars(field.data() + bracket + 1, field.data() + field.size(), number);
    return number >= 1 && number <= int(kit->slices.size()) ? number - 1 : -1;
}

void KitShown::play(int slice) {
    const bool whole = slice < 0 || !told();
    const u64 end = whole ? 0 : std::min<u64>(kit->slices[std::size_t(slice)].end, kit->frames);
    const u64 start = whole ? 0 : kit->slices[std::size_t(slice)].start;
    if (!whole && start >= end) return session.say("This slice is empty");
    session.sounds.play(session.selection.file, start, end, [this](std::string_view why) { session.say(why, true); });
}

}  // namespace groovebench::app
