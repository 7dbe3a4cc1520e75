#include "convert/report.h"

#include <algorithm>

#include "bytes/format.h"

namespace groovebench::convert {

std::string name_of(TrackRef track) {
    if (track.kind == TrackKind::none) return {};
    return fmt::format("{}{}", track.kind == TrackKind::audio ? 'T' : 'M', track.index + 1);
}

std::string steps_text(const std::vector<int>& steps) {
    if (steps.empty()) return {};
    std::string text = steps.size() == 1 ? "step " : "steps ";
    for (std::size_t i = 0; i < steps.size();) {
        std::size_t last = i;
        while (last + 1 < steps.size() && steps[last + 1] == steps[last] + 1) last++;
        if (i) text += ", ";
        text += std::to_string(steps[i]);
        if (last > i + 1) {
            text += "–" + std::to_string(steps[last]);
            i = last + 1;
        } else {
            i++;
        }
    }
    return text;
}

std::string sentence(const ReportLine& line) {
    std::string place = name_of(line.track);
    const std::string steps = steps_text(line.steps);
    if (!place.empty() && !steps.empty()) place += " · ";
    place += steps;
    return place.empty() ? line.text : place + ": " + line.text;
}

void Report::add(Severity severity, TrackRef track, int step, std::string text) {
    auto same = [&](const ReportLine& line) { return line.track == track && line.severity == severity && line.text == text; };
    auto line = std::ranges::find_if(collected, same);
    if (line == collected.end()) {
        collected.push_back({severity, track, {}, std::move(text)});
        line = collected.end() - 1;
    }
    if (step == no_step) return;
    const auto place = std::ranges::lower_bound(line->steps, step + 1);
    if (place == line->steps.end() || *place != step + 1) line->steps.insert(place, step + 1);
}

std::vector<ReportLine> Report::lines() const {
    std::vector<ReportLine> sorted = collected;
    std::ranges::stable_sort(sorted, {}, [](const ReportLine& line) { return int(line.track.kind) * 100 + line.track.index; });
    return sorted;
}

}  // namespace groovebench::convert
