#include "session/pattern_clipboard.h"

#include "bytes/format.h"
#include "octatrack/clipboard.h"
#include "octatrack/lock_text.h"
#include "octatrack/part_clip.h"
#include "session/edits.h"
#include "session/part_edits.h"
#include "session/pattern_edits.h"
#include "session/setting_edits.h"

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

Thing selected_thing(const Session& session) {
    const Selection& at = session.selection;
    if (at.part && session.project.bank(at.bank)) return Thing::part;
    if (at.view == View::file || at.view == View::compare) return Thing::none;
    if (at.view == View::slots) return at.slot && session.project.text() ? Thing::slot : Thing::none;
    if (!selected(session)) return Thing::none;
    return at.view == View::project ? Thing::pattern : at.steps ? Thing::steps : Thing::track;
}

std::string copied(const Session& session) {
    const Selection& at = session.selection;
    switch (selected_thing(session)) {
        case Thing::part:
            return copied_part(session, *at.part);
        case Thing::pattern:
            return clip_text(copy_pattern(*selected(session), origin(session)));
        case Thing::steps:
        case Thing::track:
            return at.midi() ? clip_text(copy_of(session, selected(session)->midi_tracks[at.track()]))
                             : clip_text(copy_of(session, selected(session)->audio_tracks[at.track()]));
        case Thing::slot:
        case Thing::none:
            return {};
    }
    return {};
}

void paste(Session& session, std::string_view text) {
    const Selection& at = session.selection;
    if (!looks_like_clip(text)) return;
    if (looks_like_part(text))
        return at.part ? paste_part(session, *at.part, text)
                       : session.say("What was copied is a part: choose one in the list of parts to paste it over", true);
    const Pattern* pattern = selected(session);
    if (!pattern || (at.view != View::pattern && at.view != View::project)) return;
    const auto clip = parse_clip(text);
    if (!clip) return session.say(sentence(clip.problem()), true);
    if (clip->kind == ClipKind::pattern) return paste_whole(session, *pattern, *clip);
    if (at.view != View::pattern) return session.say("What was copied are steps: open a pattern to paste them", true);
    if (at.midi())
        paste_into(session, pattern->midi_tracks[at.track()], *clip);
    else
        paste_into(session, pattern->audio_tracks[at.track()], *clip);
}

void remove_selected(Session& session) {
    const Selection& at = session.selection;
    switch (selected_thing(session)) {
        case Thing::part:
            return clear_part(session, *at.part);
        case Thing::pattern:
            return clear_pattern(session);
        case Thing::track:
            return clear_track(session, at.row);
        case Thing::steps:
            return remove_steps(session, at.row, at.steps);
        case Thing::slot:
            return clear_slot(session, *at.slot);
        case Thing::none:
            return;
    }
}

}  // namespace groovebench::app
