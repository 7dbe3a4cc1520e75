// What a conversion could not bring along, or brought along on trust: lines by track and step, grouped so
// that a musician can read them. Nothing is dropped without a line here.
#pragma once

#include <string>
#include <vector>

#include "bytes/problem.h"

namespace groovebench::convert {

enum class TrackKind : u8 { none, audio, midi };
struct TrackRef {
    TrackKind kind = TrackKind::none;  // none: the whole pattern
    int index = 0;                     // from 0
    bool operator==(const TrackRef&) const = default;
};
constexpr TrackRef audio_track(int index) { return {TrackKind::audio, index}; }
constexpr TrackRef midi_track(int index) { return {TrackKind::midi, index}; }
constexpr TrackRef whole_pattern() { return {}; }
std::string name_of(TrackRef);  // "T1", "M8", "" for the whole pattern

// error: it cannot be written like this. warning: something that sounds is missing or sounds different.
// note: worth knowing.
struct ReportLine {
    Severity severity = Severity::note;
    TrackRef track;
    std::vector<int> steps;  // from 1, ascending; empty where it concerns the whole track
    std::string text;
};
// "T1 · steps 1, 5, 9–12: the condition 50 % is not taken over".
std::string sentence(const ReportLine&);
std::string steps_text(const std::vector<int>& steps);  // "step 5", "steps 1, 5, 9–12"

// Collects lines: the same text on the same track is one line with several steps.
class Report {
public:
    static constexpr int no_step = -1;
    void add(Severity severity, TrackRef track, int step, std::string text);  // step from 0
    // By track (the whole pattern first, then T1 to T8, M1 to M8), in the order of their coming.
    std::vector<ReportLine> lines() const;

private:
    std::vector<ReportLine> collected;
};

}  // namespace groovebench::convert
