#include "session/pattern_clipboard.h"

#include "bytes/format.h"
#include "octatrack/clipboard.h"
#include "octatrack/lock_text.h"
#include "session/edits.h"
#include "session/pattern_edits.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

const Pattern* selected(const Session& session) {
    return session.project.pattern(session.selection.bank, session.selection.pattern);
}

std::string origin(const Session& session) {
    const Selection& at = session.selection;
    return fmt::format("{} {}", session.project.name(), pattern_name(at.bank, at.pattern));
}

template <class Track>
Clip copy_of(const Session& session, const Track& track) {
    const Selection& at = session.selection;
    const std::string from = origin(session) + " " + row_name(at.row);
    return at.steps ? copy_steps(track, at.steps, from) : copy_track(track, from);
}

template <class Track>
void paste_into(Session& session, const Track& track, const Clip& clip) {
    const Selection& at = session.selection;
    const std::string label = fmt::format("{} {}: paste", pattern_name(at.bank, at.pattern), row_name(at.row));
    bool fits = false;
    const bool done = change(session.document, session.project.bank_path(at.bank), track, label, [&](Track& copy) {
        fits = clip.kind == ClipKind::track ? paste_track(copy, clip)
                                            : paste_steps(copy, clip, at.steps ? at.first_step() : at.page * 16);
    });
    if (!fits) session.say("What was copied belongs to the other kind of track", true);
    if (!done) session.say(session.document.take_refusal(), true);
}

void paste_whole(Session& session, const Pattern& pattern, const Clip& clip) {
    const Selection& at = session.selection;
    const std::string name = pattern_name(at.bank, at.pattern);
    const bool done = change(session.document, session.project.bank_path(at.bank), pattern, "paste over " + name,
                             [&](Pattern& copy) { paste_pattern(copy, clip); });
    session.say(done ? fmt::format("{} pasted over {}", clip.origin.empty() ? "pattern" : clip.origin, name)
                     : session.document.take_refusal(),
                !done);
}

}  // namespace

std::string copied(const Session& session) {
    const Pattern* pattern = selected(session);
    const Selection& at = session.selection;
    if (!pattern) return {};
    if (at.view == View::project) return clip_text(copy_pattern(*pattern, origin(session)));
    if (at.midi()) return clip_text(copy_of(session, pattern->midi_tracks[at.track()]));
    return clip_text(copy_of(session, pattern->audio_tracks[at.track()]));
}

void paste(Session& session, std::string_view text) {
    const Pattern* pattern = selected(session);
    if (!pattern || !looks_like_clip(text)) return;
    const auto clip = parse_clip(text);
    if (!clip) return session.say(sentence(clip.problem()), true);
    const Selection& at = session.selection;
    if (clip->kind == ClipKind::pattern) return paste_whole(session, *pattern, *clip);
    if (at.view != View::pattern) return;
    if (at.midi())
        paste_into(session, pattern->midi_tracks[at.track()], *clip);
    else
        paste_into(session, pattern->audio_tracks[at.track()], *clip);
}

void remove_copied(Session& session) { remove_steps(session, session.selection.row, session.selection.steps); }

}  // namespace groovebench::app
