#include "workshop/backup_desk.h"

#include <algorithm>

#include "bytes/format.h"
#include "ep133/compare.h"
#include "ep133/preflight.h"
#include "messages/preflight.h"
#include "workshop/difference_list.h"

namespace groovebench::app {
namespace {

using namespace ep133;

// Notes about the archive itself: what a person reads is what is done.
constexpr std::string_view slashes_note = "every name begins with /", order_note = "patterns stand in front of the scenes: ";

std::string note_of(const Finding& finding) {
    if (finding.mend == Mend::slashes) return std::string(slashes_note);
    return finding.mend == Mend::sorted_members ? fmt::format("{}{}", order_note, finding.member) : std::string();
}

Result<Bytes> with_note(Bytes archive, std::string_view note) {
    Finding finding;
    if (note == slashes_note)
        finding.mend = Mend::slashes;
    else if (note.starts_with(order_note))
        finding.mend = Mend::sorted_members, finding.member = note.substr(order_note.size());
    if (finding.mend == Mend::none)
        return Problem{
            .file = std::string(archive_notes), .expected = "what is to be done to the archive", .found = std::string(note)};
    return mended(archive, finding);
}

// The archive of an order: the open one, or a new one where a member was edited.
struct Standing {
    ArchiveOrder order;
    Bytes packed;
    ByteView file;
};

Result<Standing> standing(const Contents* open, ByteView file, std::string_view text, ByteView edited) {
    auto order = archive_order(text);
    if (!order || !open) return Problem{.expected = "an open archive and an order about it", .found = "something else"};
    Contents::Edits edits;
    for (const ArchiveOrder::Edit& one : order->edits) {
        const std::size_t size = one.size.value_or(0);
        if (size > edited.size())
            return Problem{.file = one.path, .expected = fmt::format("{} bytes", size), .found = std::to_string(edited.size())};
        const ByteView bytes = edited.first(size);
        edits[one.path] = one.size ? std::optional(Bytes(bytes.begin(), bytes.end())) : std::nullopt;
        edited = edited.subspan(size);
    }
    Standing now{std::move(*order), {}, file};
    if (edits.empty()) return now;
    auto packing = BackupPacking::begin(*open, std::move(edits));
    if (!packing) return packing.problem();
    auto packed = packing->end();
    if (!packed) return packed.problem();
    now.packed = *std::move(packed);
    now.file = now.packed;
    return now;
}

// "Project 1 · Group A · pad 7 (key 1) · trim_length"
std::string place_words(std::string_view path, const Member* member, const std::string& field) {
    if (!member && !path.starts_with("projects[")) return "The archive";
    std::string words;
    const auto place = member && member->kind == FileKind::other ? std::vector{member->path} : place_of(path);
    for (const std::string& part : place) words += (words.empty() ? "" : " · ") + part;
    return field.empty() ? words : words + " · " + field;
}

FindingTold told(const Contents& contents, const Finding& finding) {
    Problem problem = finding.problem;
    FindingTold line{.severity = problem.severity, .member = finding.member, .offer = std::string(offer(finding.mend))};
    std::string_view rest;
    const Member* member = finding.member.empty() ? nullptr : contents.at_key(problem.path, rest);
    if (member) line.path = rest;
    line.place = place_words(problem.path, member, line.path);
    line.mend = {int(finding.mend), finding.member, problem.path, problem.offset};
    problem.file.clear();
    if (!finding.member.empty()) problem.path.clear();
    line.words = sentence(problem);
    return line;
}

// Members of one that the other has not, and of both those that differ.
struct Differences {
    std::vector<const Member*> gone, come;
    std::vector<std::pair<const Member*, const Member*>> changed;
};

Result<Differences> differences(const Contents& now, const Contents& then) {
    Differences all;
    for (const Member& member : now.members()) {
        const Member* other = then.at_path(member.path);
        if (!other) {
            all.gone.push_back(&member);
            continue;
        }
        const auto alike = same_bytes(now, member, then, *other);
        if (!alike) return alike.problem();
        if (!*alike) all.changed.emplace_back(&member, other);
    }
    for (const Member& member : then.members())
        if (!now.at_path(member.path)) all.come.push_back(&member);
    return all;
}

// A member that is gone and one that has come with its bytes: it has another name.
Outcome pair_renamed(const Contents& now, const Contents& then, Differences& all) {
    for (std::size_t i = 0; i < all.gone.size(); i++)
        for (std::size_t j = 0; j < all.come.size(); j++) {
            const auto alike = same_bytes(now, *all.gone[i], then, *all.come[j]);
            if (!alike) return alike.problem();
            if (!*alike) continue;
            all.changed.emplace_back(all.gone[i], all.come[j]);
            all.gone.erase(all.gone.begin() + std::ptrdiff_t(i--)), all.come.erase(all.come.begin() + std::ptrdiff_t(j));
            break;
        }
    return {};
}

class Telling {
public:
    Outcome add(const Contents& now, const Member* was, const Contents& then, const Member* is) {
        MendTold::Change change;
        if (Outcome good = add_side(now, was, change.was); !good) return good;
        if (Outcome good = add_side(then, is, change.is); !good) return good;
        told.changes.push_back(std::move(change));
        return {};
    }
    MendTold told;
    Bytes bytes;

private:
    Outcome add_side(const Contents& contents, const Member* member, std::optional<MendTold::Side>& side) {
        if (!member) return {};
        const auto read = contents.bytes(*member);
        if (!read) return read.problem();
        side = {member->path, read->size()};
        bytes.insert(bytes.end(), read->begin(), read->end());
        return {};
    }
};

Result<Telling> told_changes(ByteView before, ByteView after) {
    const auto opened = Contents::open(before), changed = Contents::open(after);
    if (!opened || !changed) return opened ? changed.problem() : opened.problem();
    const Contents &now = *opened, &then = *changed;
    auto all = differences(now, then);
    if (!all) return all.problem();
    if (Outcome good = pair_renamed(now, then, *all); !good) return good.problem();
    Telling telling;
    for (const auto& [was, is] : all->changed)
        if (Outcome good = telling.add(now, was, then, is); !good) return good.problem();
    for (const Member* was : all->gone)
        if (Outcome good = telling.add(now, was, then, nullptr); !good) return good.problem();
    for (const Member* is : all->come)
        if (Outcome good = telling.add(now, nullptr, then, is); !good) return good.problem();
    return telling;
}

constexpr const char* nothing_wanted = "nothing was said that is to be mended";

Reply findings_of(const std::string& name, ByteView file) {
    const auto contents = Contents::open(file);
    if (!contents) return refused(contents.problem());
    std::vector<FindingTold> lines;
    for (const Finding& finding : ep133::preflight(name, file)) lines.push_back(told(*contents, finding));
    std::ranges::stable_sort(lines, {}, &FindingTold::severity);
    return {.json = json_of(lines)};
}

Finding finding_of(const ArchiveOrder::Wanted& wanted) {
    Finding finding;
    finding.problem.path = wanted.path, finding.problem.offset = wanted.offset;
    finding.mend = Mend(std::clamp(wanted.mend, 0, int(Mend::machine_rate))), finding.member = wanted.member;
    return finding;
}

FileKind archive_kind(ByteView file) { return text_of(file).starts_with("PK") ? FileKind::backup : FileKind::project; }

Result<DifferenceList> differences_beside(const Standing& now, ByteView beside) {
    if (beside.empty()) return Problem{.expected = "another archive beside the open one", .found = "none; open it again"};
    const FileKind kind = archive_kind(now.file), other = archive_kind(beside);
    if (kind != other)
        return Problem{.expected = fmt::format("two archives of a kind, another {}", word(kind)),
                       .found = std::string(word(other))};
    auto found = compare_files(kind, now.file, beside);
    if (!found) return found.problem();
    std::vector<any::Told> all;
    for (FileDifference& one : *found) all.push_back({std::move(one.place), std::move(one.words), std::move(one.path)});
    return DifferenceList(std::move(all));
}

}  // namespace

Result<BackupPacking> BackupPacking::begin(const Contents& contents, Contents::Edits edits) {
    auto notes = edits.extract(std::string(archive_notes));
    auto packing = Repacking::begin(contents, std::move(edits));
    if (!packing) return packing.problem();
    return BackupPacking(*std::move(packing), notes.empty() || !notes.mapped() ? Bytes() : *std::move(notes.mapped()));
}

Result<Bytes> BackupPacking::end() {
    auto packed = packing.end();
    std::string_view lines = text_of(notes);
    while (packed && !lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        packed = with_note(*std::move(packed), lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return packed;
}

Reply preflight(const Contents* open, ByteView file, std::string_view order, ByteView edited) {
    const auto now = standing(open, file, order, edited);
    return now ? findings_of(now->order.name, now->file) : refused(now.problem());
}

Reply preflight_file(std::string_view text, ByteView file) {
    const auto order = archive_order(text);
    return order ? findings_of(order->name, file) : refused("nothing was said of the archive");
}

Reply mend(const Contents* open, ByteView file, std::string_view order, ByteView edited) {
    const auto now = standing(open, file, order, edited);
    if (!now) return refused(now.problem());
    if (!now->order.wanted) return refused(nothing_wanted);
    const Finding finding = finding_of(*now->order.wanted);
    const auto better = mended(now->file, finding);
    if (!better) return refused(better.problem());
    auto telling = told_changes(now->file, *better);
    if (!telling) return refused(telling.problem());
    if (telling->told.changes.empty()) telling->told.note = note_of(finding);
    return {.json = json_of(telling->told), .bytes = std::move(telling->bytes)};
}

Reply mend_file(std::string_view text, ByteView file) {
    const auto order = archive_order(text);
    if (!order || !order->wanted) return refused(nothing_wanted);
    auto better = mended(file, finding_of(*order->wanted));
    return better ? Reply{.bytes = *std::move(better)} : refused(better.problem());
}

Reply compare_beside(const Contents* open, ByteView file, ByteView beside, std::string_view order, ByteView edited) {
    const auto now = standing(open, file, order, edited);
    if (!now) return refused(now.problem());
    const auto differences = differences_beside(*now, beside);
    return differences ? Reply{.json = json_of(differences->told(now->order.stretches))} : refused(differences.problem());
}

Reply take_from_beside(const Contents* open, ByteView file, ByteView beside, std::string_view order, ByteView edited) {
    const auto now = standing(open, file, order, edited);
    if (!now) return refused(now.problem());
    const auto differences = differences_beside(*now, beside);
    if (!differences) return refused(differences.problem());
    const auto picked = differences->picked(now->order.stretches);
    const auto better = taken_over(archive_kind(now->file), now->file, beside, Side::first, picked);
    if (!better) return refused(better.problem());
    auto telling = told_changes(now->file, *better);
    if (!telling) return refused(telling.problem());
    return {.json = json_of(telling->told), .bytes = std::move(telling->bytes)};
}

}  // namespace groovebench::app
