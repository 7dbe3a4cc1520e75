#include "panels/remedies.h"

#include <algorithm>

#include "bytes/format.h"
#include "widgets/widgets.h"

namespace groovebench::app {

void with_remedies(Session& session, const std::string& path, std::string_view words, ui::Tone tone, const char* name) {
    const float links = (session.can_examine(path) ? ui::px(80) : 0) + (session.awaits_consent(path) ? ui::px(250) : 0);
    ui::text(words, tone, ui::Face::small, std::max(ui::px(80), ui::width_left() - links), name);
    ui::tooltip(words);
    const auto link = [&](std::string_view words, std::string_view id) {
        ui::same(12);
        return ui::link(fmt::format("{}###{}-{}", words, id, path).c_str(), ui::Tone::accent, ui::Face::small);
    };
    if (session.can_examine(path) && link("Examine…", "examine")) session.doctor.examine(path), session.views.doctor_open = true;
    if (!session.awaits_consent(path)) return;
    if (link("Edit it all the same", "allow")) session.document.allow(path);
    ui::tooltip("what you save gets a right checksum, whatever is wrong in it");
    if (link("Mend the checksum", "mend")) mend_checksum(session, path);
    ui::tooltip("the bytes stay as they are and get their own sum: an edit, which can be undone");
}

}  // namespace groovebench::app
