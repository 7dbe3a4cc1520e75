// Taking differences over from the other side, and projects compared file by file.
#include <algorithm>
#include <cstring>

#include "octatrack/compare.h"
#include "octatrack/compare_detail.h"
#include "octatrack/container.h"
#include "octatrack/file_kind.h"

namespace groovebench::octatrack {
namespace {

std::vector<Piece> pieces_of_all(std::span<const FileDifference> taken) {
    std::vector<Piece> pieces;
    for (const FileDifference& difference : taken) pieces.insert(pieces.end(), difference.pieces.begin(), difference.pieces.end());
    return pieces;
}

bool fits(ByteView file, std::size_t offset, std::size_t size) { return offset <= file.size() && size <= file.size() - offset; }

// Same places on both sides, bit by bit.
Bytes with_bits(ByteView into, ByteView from, std::size_t side, std::span<const FileDifference> taken) {
    Bytes out(into.begin(), into.end());
    for (const Piece& piece : pieces_of_all(taken)) {
        const std::size_t at = piece.offset[side], size = piece.size[side];
        if (!fits(into, at, size) || !fits(from, at, size)) continue;
        const std::byte mask{piece.mask};
        for (std::size_t i = at; i < at + size; i++) out[i] = (out[i] & ~mask) | (from[i] & mask);
    }
    return out;
}

// Text in the place of text, from front to back; what lies inside a piece that is taken already goes with it.
Bytes with_text(ByteView into, ByteView from, std::size_t side, std::span<const FileDifference> taken) {
    const std::size_t other = 1 - side;
    std::vector<Piece> pieces = pieces_of_all(taken);
    std::ranges::stable_sort(pieces, [&](const Piece& a, const Piece& b) {
        return a.offset[side] != b.offset[side] ? a.offset[side] < b.offset[side] : a.offset[other] < b.offset[other];
    });
    // A whole text holds all the others.
    const auto whole = [&](const Piece& piece) { return piece.size[side] == into.size() && piece.size[other] == from.size(); };
    if (std::ranges::any_of(pieces, whole)) return {from.begin(), from.end()};
    Bytes out;
    std::size_t done = 0;
    const auto append = [&](ByteView more) { out.insert(out.end(), more.begin(), more.end()); };
    for (const Piece& piece : pieces) {
        const bool good = fits(into, piece.offset[side], piece.size[side]) && fits(from, piece.offset[other], piece.size[other]);
        if (!good || piece.offset[side] < done) continue;
        append(into.subspan(done, piece.offset[side] - done));
        append(from.subspan(piece.offset[other], piece.size[other]));
        done = piece.offset[side] + piece.size[side];
    }
    append(into.subspan(done));
    return out;
}

const NamedFile* partner(std::span<const NamedFile> files, std::string_view name) {
    const NamedFile* copy = nullptr;
    for (const NamedFile& file : files) {
        const bool same_copy = copy_name(file.name) == copy_name(name);
        if (same_copy && is_stored_copy(file.name) == is_stored_copy(name)) return &file;
        if (same_copy) copy = &file;
    }
    return copy;
}

ComparedFile compared(const NamedFile& first, const NamedFile& second) {
    ComparedFile out{.name = std::string(first.name)};
    out.is_same = std::ranges::equal(first.bytes, second.bytes);
    if (out.is_same) return out;
    auto differences = compare_files(first.name, first.bytes, second.bytes);
    if (differences)
        out.differences = *std::move(differences);
    else
        out.problem = differences.problem();
    return out;
}

}  // namespace

Bytes taken_over(std::string_view name, ByteView first, ByteView second, Side into, std::span<const FileDifference> taken) {
    const std::size_t side = into == Side::first ? 0 : 1;
    const ByteView to = side == 0 ? first : second, from = side == 0 ? second : first;
    if (kind_of(name) == FileKind::project) return with_text(to, from, side, taken);
    Bytes out = with_bits(to, from, side, taken);
    const auto was = open_bank(to), other = open_bank(from);
    if (kind_of(name) == FileKind::bank && was && other && open_bank(out)) compare::keep_rules(*overlay<Bank>(out), **was, **other);
    if (kind_of(name) != FileKind::other) seal(out);
    return out;
}

std::vector<ComparedFile> compare_projects(std::span<const NamedFile> first, std::span<const NamedFile> second) {
    std::vector<ComparedFile> out;
    std::vector<const NamedFile*> met;
    for (const NamedFile& file : first) {
        const NamedFile* other = partner(second, file.name);
        out.push_back(other ? compared(file, *other) : ComparedFile{std::string(file.name), Presence::only_first, {}, {}, false});
        if (other) met.push_back(other);
    }
    for (const NamedFile& file : second)
        if (std::ranges::find(met, &file) == met.end())
            out.push_back({std::string(file.name), Presence::only_second, {}, {}, false});
    return out;
}

}  // namespace groovebench::octatrack
