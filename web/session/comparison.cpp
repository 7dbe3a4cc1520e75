#include "session/comparison.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "octatrack/file_kind.h"
#include "session/session.h"
#include "widgets/ui.h"

namespace groovebench::app {
namespace {

using State = ComparedPair::State;

constexpr std::size_t at_once = 2;  // pairs that the workshop has: each is copied on its way
constexpr std::size_t a_frame = 4;  // pairs that are looked at: the bytes of two banks take some tenths of a millisecond

// The files of a side by what its two copies have in common: "bank01". Sample settings have only one.
std::map<std::string, std::string> files_of(const card::Card& tree, const CompareSide& side, const std::string& only) {
    std::map<std::string, std::string> files;
    for (const card::Entry* entry : tree.children(side.folder).files) {
        const auto kind = octatrack::kind_of(entry->path);
        if (kind == octatrack::FileKind::other) continue;
        if (kind != octatrack::FileKind::sample_settings && octatrack::is_stored_copy(entry->path) != side.stored) continue;
        const std::string name = octatrack::copy_name(entry->path);
        if (only.empty() || name == only) files[name] = entry->path;
    }
    return files;
}

// Where a side has a file of this name, or would have it.
std::string place_of(const std::string& name, const std::string& path_elsewhere, const CompareSide& side) {
    const bool has_copies = octatrack::kind_of(path_elsewhere) != octatrack::FileKind::sample_settings;
    const std::string as = has_copies ? name + (side.stored ? ".strd" : ".work") : std::string(card::name_of(path_elsewhere));
    return card::joined(side.folder, as);
}

// The text first, then markers, banks, arrangements and what else there is, as everywhere.
int rank(const std::string& name) {
    if (name == "project") return 0;
    if (name == "markers") return 1;
    return name.starts_with("bank") ? 2 : name.starts_with("arr") ? 3 : 4;
}

}  // namespace

std::string words(const CompareSide& side) { return side.stored ? side.folder + " · stored" : side.folder; }

void Comparison::forget() {
    run++, changes++;
    all.clear(), taken.clear();
    left = under_way = 0;
    of = {};
    one_file.clear();
}

void Comparison::begin(CompareSide first, CompareSide second, std::string only) {
    forget();
    of = {std::move(first), std::move(second)};
    one_file = std::move(only);
    if (of[0].kind == CompareSide::Kind::project) return pair_files();
    add_pair(std::string(card::name_of(of[0].folder)), {of[0].folder, of[1].folder});
}

void Comparison::add_pair(std::string name, std::array<std::string, 2> place) {
    all.push_back({.name = std::move(name), .place = std::move(place), .there = {}, .revision = {}});
    follow(all.size() - 1);
}

// The files of two projects by their names.
void Comparison::pair_files() {
    std::map<std::string, std::array<std::string, 2>> places;
    for (std::size_t side = 0; side < 2; side++)
        for (auto& [name, path] : files_of(session.tree, of[side], one_file)) places[name][side] = path;
    for (auto& [name, place] : places) {
        for (std::size_t side = 0; side < 2; side++)
            if (place[side].empty()) place[side] = place_of(name, place[1 - side], of[side]);
        add_pair(name, place);
    }
    std::ranges::stable_sort(all, {}, [](const ComparedPair& pair) { return rank(pair.name); });
}

bool Comparison::busy() const {
    const auto waits = [](const ComparedPair& pair) { return pair.state == State::reading; };
    return under_way || left || std::ranges::any_of(all, waits);
}

std::array<u64, 2> Comparison::revisions(std::size_t pair) const {
    if (of_archives()) return {session.archive.version(), 1};
    const auto revision = [&](const std::string& path) { return session.document.file_revision(path); };
    return {revision(all[pair].place[0]), revision(all[pair].place[1])};
}

Bytes Comparison::both(std::size_t pair) const {
    Bytes bytes;
    for (const std::string& path : all[pair].place) {
        const ByteView file = session.document.bytes(path);
        bytes.insert(bytes.end(), file.begin(), file.end());
    }
    return bytes;
}

std::string Comparison::order(std::size_t pair, std::vector<Stretch> stretches, int into) const {
    const std::string& path = all[pair].place[0];
    return json_of(CompareOrder{path, session.document.bytes(path).size(), std::move(stretches), into});
}

// What differs in a pair, and the lines of the stretches.
void Comparison::ask(std::size_t pair, std::vector<Stretch> stretches, Then then) {
    if (!of_archives())
        return session.requests.ask("compare", {}, order(pair, std::move(stretches), 0), both(pair), std::move(then));
    ArchiveOrder wanted = session.archive.order();
    wanted.stretches = std::move(stretches);
    session.requests.ask("compare_beside", {}, json_of(wanted), session.archive.bytes(), std::move(then));
}

// A pair whose files are there and have another revision than the one that was compared is compared (again).
void Comparison::pump() {
    if (session.document.in_gesture()) return;
    std::size_t looked_at = 0;
    for (std::size_t pair = 0; pair < all.size() && under_way < at_once; pair++) {
        follow(pair);
        if (!are_here(pair) || revisions(pair) == all[pair].revision) continue;
        look(pair);
        if (++looked_at == a_frame) return ui::keep_awake();
    }
}

// One that was added here is not in the tree of the card, one that was removed here still is.
bool Comparison::is_there(const std::string& path) const {
    const card::Document& document = session.document;
    return of_archives() || document.is_open(path) || (!document.knows(path) && session.tree.entry(path));
}

// Files come and go: by what is taken over, and by undoing it.
void Comparison::follow(std::size_t pair) {
    ComparedPair& it = all[pair];
    const std::array<bool, 2> there{is_there(it.place[0]), is_there(it.place[1])};
    if (there == it.there) return;
    it.there = there, it.revision = {}, changes++;
    it.groups.clear(), it.lines.clear();
    it.state = there[0] && there[1] ? State::reading
               : there[0]           ? State::only_first
               : there[1]           ? State::only_second
                                    : State::nowhere;
}

// Asks for the files of a pair; whether both are open.
bool Comparison::are_here(std::size_t pair) {
    ComparedPair& it = all[pair];
    if (of_archives()) return it.state != State::comparing;
    for (std::size_t side = 0; side < 2; side++)
        if (it.there[side]) session.files.want(it.place[side]);
    if (!it.there[0] || !it.there[1] || it.state == State::comparing) return false;
    for (const std::string& path : it.place) {
        if (session.files.state(path) == FileState::failed && it.state != State::failed)
            it.state = State::failed, it.message = session.files.failure(path), changes++;
        if (session.files.state(path) != FileState::open) return false;
    }
    return true;
}

void Comparison::look(std::size_t pair) {
    ComparedPair& it = all[pair];
    it.revision = revisions(pair), changes++;
    it.groups.clear(), it.lines.clear();
    const ByteView first = session.document.bytes(it.place[0]), second = session.document.bytes(it.place[1]);
    if (!of_archives() && first.size() == second.size() && !std::memcmp(first.data(), second.data(), first.size())) {
        it.state = State::same;
        return;
    }
    it.state = State::comparing;
    under_way++;
    ask(pair, {}, [this, pair, mine = run](Answer& answer) {
        if (mine == run) answered(pair, answer);
    });
}

void Comparison::answered(std::size_t pair, Answer& answer) {
    ComparedPair& it = all[pair];
    under_way--, changes++;
    auto told = answer.ok ? compared(answer.json) : std::nullopt;
    it.state = State::failed;
    it.message = answer.ok ? "What the workshop found could not be read." : answer.message;
    if (!told) return;
    it.groups = std::move(told->groups);
    it.state = it.groups.empty() ? State::same : State::differs;
}

const std::vector<Compared::Line>* Comparison::lines(std::size_t pair, std::size_t group) {
    ComparedPair& it = all[pair];
    const auto [place, fresh] = it.lines.try_emplace(group);
    if (!fresh) return place->second.empty() ? nullptr : &place->second;
    under_way++;
    ask(pair, {it.groups[group].stretch}, [this, pair, group, mine = run, at = it.revision](Answer& answer) {
        if (mine != run) return;
        under_way--, changes++;
        auto told = answer.ok ? compared(answer.json) : std::nullopt;
        if (told && all[pair].revision == at) all[pair].lines[group] = std::move(told->lines);
    });
    return nullptr;
}

// ---- taking over

void Comparison::take(std::vector<Taking> wanted, int into) {
    if (taking() || wanted.empty() || !can_take(into)) return;
    taken.clear(), refusal.clear();
    session.document.finish();
    left = wanted.size();
    for (const Taking& one : wanted) ask_to_take(one, into);
}

void Comparison::take_whole(const Taking& one, int into) {
    const auto from = std::size_t(1 - into);
    const ComparedPair& pair = all[one.pair];
    for (std::size_t side = 0; side < 2; side++)
        if (pair.there[side] && !session.document.is_open(pair.place[side])) refusal = pair.name + " has not been read yet";
    const ByteView bytes = session.document.bytes(pair.place[from]);
    taken.push_back({one.pair, pair.there[from] ? std::optional(Bytes(bytes.begin(), bytes.end())) : std::nullopt});
    if (!--left) put(into);
}

void Comparison::ask_to_take(const Taking& one, int into) {
    if (of_archives()) return take_from_beside(one);
    if (one.stretches.empty()) return take_whole(one, into);
    session.requests.ask("take_over", {}, order(one.pair, one.stretches, into), both(one.pair),
                         [this, into, pair = one.pair, mine = run, at = revisions(one.pair)](Answer& answer) {
                             if (mine != run) return;
                             if (!answer.ok) refusal = answer.message;
                             if (at != revisions(pair)) refusal = all[pair].name + " was edited meanwhile; nothing was taken over";
                             taken.push_back({pair, std::move(answer.bytes)});
                             if (!--left) put(into);
                         });
}

// It comes back as the members of the open archive before and after.
void Comparison::take_from_beside(const Taking& one) {
    ArchiveOrder wanted = session.archive.order();
    wanted.stretches = one.stretches;
    session.requests.ask("take_from_beside", {}, json_of(wanted), session.archive.bytes(),
                         [this, mine = run, at = session.archive.version()](Answer& answer) {
                             if (mine != run) return;
                             left = 0;
                             const auto told = answer.ok ? mend_told(answer.json) : std::nullopt;
                             if (!answer.ok) return session.say(answer.message, true);
                             if (!told) return session.say("What the workshop took over could not be read.", true);
                             if (at != session.archive.version())
                                 return session.say(of[0].folder + " was edited meanwhile; nothing was taken over", true);
                             if (!session.archive.put(*told, answer.bytes, label(0)))
                                 return session.say(session.document.take_refusal(), true);
                             session.say(fmt::format("Taken over from {}", words(of[1])));
                         });
}

void Comparison::choose_beside() {
    session.requests.ask("beside_choose", {}, "{}", [this, archive = session.card.name](Answer& answer) {
        if (!answer.ok) return session.say(answer.message, true);
        const auto told = nlohmann::ordered_json::parse(answer.json, nullptr, false);
        if (!told.is_object() || !told.contains("name") || !told["name"].is_string()) return;  // the dialog was closed
        beside_name = told["name"];
        session.compare({.folder = archive, .kind = CompareSide::Kind::archive},
                        {.folder = beside_name, .kind = CompareSide::Kind::beside});
    });
}

// A file that is not on this side is added to it, one that the other side has not is removed; one that does not even open is
// replaced as a whole, so nothing of its damage is left that a new sum could hide.
bool Comparison::put_one(Taken& one, std::size_t into, const std::string& label) {
    const ComparedPair& pair = all[one.pair];
    const std::string& path = pair.place[into];
    if (!one.bytes) return session.document.remove_file(path, label);
    if (!pair.there[into]) return session.document.add_file(path, *std::move(one.bytes), label);
    if (pair.state == State::failed) session.document.allow(path);
    return session.document.replace(path, *one.bytes, label);
}

std::string Comparison::label(int into) const { return "take over from " + words(of[std::size_t(1 - into)]); }

// All that was taken, as one edit.
void Comparison::put(int into) {
    if (!refusal.empty()) return session.say(refusal, true);
    const std::string words_of_it = label(into);
    bool done = true;
    {
        card::Group group(session.document, words_of_it);
        for (Taken& one : taken) done = done && put_one(one, std::size_t(into), words_of_it);
    }
    taken.clear();
    if (!done) return session.say(session.document.take_refusal(), true);
    session.say(fmt::format("Taken over from {}", words(of[std::size_t(1 - into)])));
}

}  // namespace groovebench::app
