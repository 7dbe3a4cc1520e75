#include "ep133/sound_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "ep133/file_json.h"
#include "ep133/json_paths.h"
#include "ep133/layout.h"
#include "ep133/sound_metadata.h"

namespace groovebench::ep133 {
namespace {

// A part of the file that the document has under a name; the layout says where it stands.
struct Piece {
    std::string name;
    std::size_t from = 0, size = 0;
    const Field* field = nullptr;  // of what has a table
};

std::vector<Piece> pieces_of(const Sound& sound, const Schema& schema) {
    std::vector<Piece> pieces;
    for (const Field& field : schema.fields)
        pieces.push_back({std::string(field.name), field.offset, std::size_t(field.size) * field.count, &field});
    if (sound.json) pieces.push_back({"metadata", *sound.json, sound.json_room});
    pieces.push_back({"samples", sound.data, sound.data_size});
    std::ranges::sort(pieces, {}, &Piece::from);
    return pieces;
}

// How the text of the metadata stands in its room, if it can be made anew from its value; else its bytes.
std::string metadata_layout(const Sound& sound, ByteView file) {
    const std::string_view text = sound.json_text(file);
    const ByteView rest = file.subspan(*sound.json + text.size(), sound.json_room - text.size());
    const bool zeros = std::ranges::all_of(rest, [](std::byte b) { return b == std::byte(0); });
    const std::string_view style = parse_object(text) && zeros ? style_of(text) : std::string_view();
    const std::string as = style.empty() ? hex_of(file.subspan(*sound.json, sound.json_room)) : fmt::format("\"{}\"", style);
    return fmt::format("[\"metadata\", {}, {}]", sound.json_room, as);
}

struct Rebuilt {
    Bytes file;
    std::optional<std::size_t> samples;                 // where they would stand
    std::size_t metadata = Problem::nowhere, room = 0;  // where the text is, if the document has one
    std::string as;                                     // how it stood
};

Problem bad(std::string path, std::string expected, std::string found = "something else") {
    return {.path = std::move(path), .expected = std::move(expected), .found = std::move(found)};
}

Outcome add_record(const Json& document, const std::string& name, Bytes& out) {
    const auto put = [&](const Json& json, const Schema& schema) -> Outcome {
        const std::size_t at = out.size();
        out.resize(at + schema.size);
        return put_json(json, schema, std::span(out).subspan(at), 0);
    };
    const auto found = document.find(name);
    if (found == document.end()) return bad(name, "what the layout names", "none");
    if (name == "wave") return put(*found, schema<FormatChunk>);
    if (name == "sampler") return put(*found, schema<SamplerChunk>);
    if (name != "loops" || !found->is_array()) return bad("layout", "wave, sampler, loops, metadata or samples", name);
    for (const Json& loop : *found)
        if (Outcome good = put(loop, schema<SampleLoop>); !good) return good;
    return {};
}

Outcome add_piece(const Json& document, const Json& row, Rebuilt& out) {
    if (row.is_array()) {
        if (row.size() != 3 || row[0] != "metadata" || !row[1].is_number_unsigned() || !row[2].is_string() ||
            row[1].get<u64>() > most_json_bytes)
            return bad("layout", "[\"metadata\", bytes, how]");
        out.metadata = out.file.size(), out.room = row[1].get<std::size_t>(), out.as = row[2].get<std::string>();
        out.file.resize(out.file.size() + out.room);
        return {};
    }
    const auto* name = row.get_ptr<const std::string*>();
    if (!name) return bad("layout", "hex digits or a name");
    if (*name == "samples") {
        const auto samples = document.contains("samples") ? bytes_of_hex(document["samples"]) : std::nullopt;
        if (!samples) return bad("samples", "hex digits");
        out.file.insert(out.file.end(), samples->begin(), samples->end());
        return {};
    }
    if (const auto bytes = bytes_of_hex(row)) {
        out.file.insert(out.file.end(), bytes->begin(), bytes->end());
        return {};
    }
    return add_record(document, *name, out.file);
}

// Puts the text into its room: as it was if its value is, else made anew, with the chunks around it grown where it needs more.
Result<Bytes> with_text(Rebuilt made, const Json& document) {
    if (made.metadata == Problem::nowhere) return std::move(made.file);
    const auto room = std::span(made.file).subspan(made.metadata, made.room);
    const auto value = document.find("metadata");
    const auto before = bytes_of_hex(Json(made.as));
    if (before && before->size() == made.room) {
        std::ranges::copy(*before, room.begin());
        const std::string_view text = text_of(*before).substr(0, text_of(*before).find('\0'));
        const auto same = parse_object(text);
        if (value == document.end() || (same && *same == *value)) return std::move(made.file);
    }
    if (value == document.end() || !value->is_object()) return bad("metadata", "an object", "none");
    const std::string text = styled(*value, before ? "compact" : made.as);
    if (text.size() <= made.room) {
        std::ranges::fill(room, std::byte(0));
        std::ranges::copy(bytes_of(text), room.begin());
        return std::move(made.file);
    }
    if (made.room < 2) return bad("layout", "room for the metadata", std::to_string(made.room));
    std::ranges::copy(bytes_of("{}"), room.begin());
    return with_metadata(made.file, text);
}

}  // namespace

std::string sound_json(ByteView file, int depth) {
    const Sound sound = *open_sound(file);
    const auto layout = Layout::of(FileKind::sound, file);
    std::string out, rows;
    JsonLines lines(out, '{', depth), layout_lines(rows, '[', depth + 1);
    std::size_t at = 0;
    const auto literal = [&](std::size_t to) {
        if (to > at) layout_lines.element(hex_of(file.subspan(at, to - at)));
        at = to;
    };
    for (const Piece& piece : pieces_of(sound, layout->schema())) {
        literal(piece.from);
        at = piece.from + piece.size;
        if (piece.field)
            lines.element(piece.name, json_of(*locate(layout->schema(), file, piece.name), file, {}, JsonDetail::full, depth + 1));
        else if (piece.name == "samples")
            lines.element(piece.name, hex_of(file.subspan(piece.from, piece.size)));
        else if (const auto object = parse_object(sound.json_text(file)))
            lines.element(piece.name, object->dump(-1, ' ', false, Json::error_handler_t::replace));
        layout_lines.element(piece.name == "metadata" ? metadata_layout(sound, file) : fmt::format("\"{}\"", piece.name));
    }
    literal(file.size());
    layout_lines.close();
    lines.element("layout", rows);
    lines.close();
    return out;
}

Result<Bytes> sound_from_json(const Json& document) {
    const auto layout = document.find("layout");
    if (layout == document.end() || !layout->is_array()) return bad("layout", "what a sound is made of", "none");
    Rebuilt made;
    for (const Json& row : *layout)
        if (Outcome good = add_piece(document, row, made); !good) return good.problem();
    for (const auto& [name, value] : document.items()) {
        constexpr std::string_view known[] = {"wave", "sampler", "loops", "metadata", "samples", "layout"};
        if (std::ranges::find(known, name) == std::end(known)) return bad(name, "a part of a sound");
    }
    return with_text(std::move(made), document);
}

}  // namespace groovebench::ep133
