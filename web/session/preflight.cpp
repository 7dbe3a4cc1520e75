#include "session/preflight.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "session/session.h"
#include "text/latin1.h"

namespace groovebench::app {
namespace {

Bytes copy_of(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

// "Set the tempo to 120 BPM" as it reads behind "Undo".
std::string begun_small(std::string words) {
    if (words[0] >= 'A' && words[0] <= 'Z') words[0] = char(words[0] + 32);
    return words;
}

// The project that a member lies in, where the archive has several files; else the archive.
std::string_view whole_around(std::string_view member, std::string_view archive) {
    const auto end = member.find(".tar/");
    return end == member.npos ? archive : card::name_of(member.substr(0, end));
}

std::string label_of(const FindingTold& finding, bool of_archive, std::string_view archive) {
    const std::string what = of_archive ? std::string(whole_around(finding.member, archive)) : shown_name(finding.member);
    return fmt::format("{} · {}", begun_small(finding.offer), what);
}

}  // namespace

void Preflight::forget() {
    run++;
    found.clear(), words.clear();
    looked = false, found_at = 0, under_way = UnderWay::nothing;
}

std::string Preflight::file() const {
    const std::string& path = session.selection.file;
    const bool shown = !session.archive.is_open() && session.selection.view == View::file && session.document.is_open(path);
    return shown && is_ep133_archive(path) ? path : std::string();
}

bool Preflight::possible() const { return session.archive.is_open() || !file().empty(); }

u64 Preflight::version() const {
    return session.archive.is_open() ? session.archive.version() : session.document.file_revision(file());
}

bool Preflight::current() const { return looked && found_at == version() && found_in == file(); }

void Preflight::ask(std::string work, ArchiveOrder order, std::function<void(Answer&)> then) {
    const std::string path = file();
    if (path.empty()) return session.requests.ask(std::move(work), {}, json_of(order), session.archive.bytes(), std::move(then));
    const ByteView bytes = session.document.bytes(path);
    session.requests.ask(work + "_file", path, json_of(order), copy_of(bytes), std::move(then));
}

std::size_t Preflight::errors() const { return std::size_t(std::ranges::count(found, Severity::error, &FindingTold::severity)); }

void Preflight::look() {
    const bool asked_before = looked || !words.empty();
    if (!possible() || under_way != UnderWay::nothing || session.document.in_gesture()) return;
    if (asked_before && found_at == version() && found_in == file()) return;
    under_way = UnderWay::look, found_in = file();
    ask("preflight", order(), [this, at = version(), mine = run](Answer& answer) {
        if (mine == run) looked_at(answer, at);
    });
}

ArchiveOrder Preflight::order() const { return session.archive.is_open() ? session.archive.order() : ArchiveOrder{.name = file()}; }

void Preflight::looked_at(Answer& answer, u64 at) {
    under_way = UnderWay::nothing;
    found_at = at;
    auto told = answer.ok ? preflight_told(answer.json) : std::nullopt;
    looked = told.has_value();
    words = answer.message;
    if (answer.ok && !told) words = "What the workshop found could not be read.";
    found = told ? *std::move(told) : std::vector<FindingTold>();
    if (!current() || !session.archive.is_open()) return;
    session.requests.say("preflighted", {}, nlohmann::ordered_json{{"errors", errors()}}.dump());
}

void Preflight::show(const FindingTold& finding) {
    if (!file().empty() && !finding.mend.path.empty()) return session.show_field(finding.mend.path);
    if (finding.member.empty() || !file().empty()) return;
    session.show_file(finding.member);
    if (!finding.path.empty()) session.show_field(finding.path);
}

void Preflight::mend(const FindingTold& finding) {
    if (!current() || finding.offer.empty() || under_way != UnderWay::nothing) return;
    session.document.finish();
    under_way = UnderWay::mend;
    ArchiveOrder wanted = order();
    wanted.wanted = finding.mend;
    ask("mend", std::move(wanted), [this, at = version(), path = file(), finding, mine = run](Answer& answer) {
        if (mine != run) return;
        if (path.empty())
            mended(answer, at, finding);
        else
            mended_file(answer, at, path, finding);
    });
}

void Preflight::mended_file(Answer& answer, u64 at, const std::string& path, const FindingTold& finding) {
    under_way = UnderWay::nothing;
    if (!answer.ok) return session.say(answer.message, true);
    if (at != session.document.file_revision(path)) return session.say(path + " was edited meanwhile; nothing was mended.", true);
    const std::string label = label_of(finding, finding.member.empty(), card::name_of(path));
    if (!session.document.replace(path, answer.bytes, label)) return session.say(session.document.take_refusal(), true);
    session.say("Done: " + label);
}

void Preflight::mended(Answer& answer, u64 at, const FindingTold& finding) {
    under_way = UnderWay::nothing;
    if (!answer.ok) return session.say(answer.message, true);
    const auto told = mend_told(answer.json);
    if (!told) return session.say("What the workshop mended could not be read.", true);
    if (at != version()) return session.say("The archive was edited meanwhile; nothing was mended.", true);
    // What changes no member is of the archive, wherever it was found.
    const bool of_archive = told->changes.empty() || finding.member.empty();
    const std::string label = label_of(finding, of_archive, session.card.name);
    const bool done = told->changes.empty() ? put_note(told->note, label) : session.archive.put(*told, answer.bytes, label);
    if (!done) return session.say(session.document.take_refusal(), true);
    session.say("Done: " + label);
}

// What changes no member is done when the archive is packed: the document keeps it as a note until then.
bool Preflight::put_note(const std::string& note, const std::string& label) {
    card::Document& document = session.document;
    const std::string path(archive_notes);
    if (note.empty()) return session.say("There was nothing to mend."), true;
    if (!document.is_open(path)) return document.add_file(path, copy_of(bytes_of(note)), label);
    const std::string lines = std::string(text_of(document.bytes(path))) + "\n" + note;
    return document.replace(path, bytes_of(lines), label);
}

}  // namespace groovebench::app
