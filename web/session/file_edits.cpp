#include "session/file_edits.h"

#include "bytes/format.h"
#include "octatrack/project_edit.h"
#include "octatrack/set_field.h"
#include "session/checks.h"
#include "session/edits.h"

namespace groovebench::app {
namespace {

using namespace octatrack;
using groovebench::Place;

std::string label_of(std::string_view path, const FileRow& row) { return fmt::format("{} {}", card::name_of(path), row.path); }

// A change of the text, as the rules of the text make it.
template <class Value>
void put_line(Session& session, std::string_view path, const FileRow& row, const Value& value) {
    const auto project = open_project(session.document.bytes(path));
    if (!project) return session.say(sentence(project.problem()), true);
    const SampleBlock* block = row.key.slot ? find_sample(*project, *row.key.slot) : nullptr;
    if (!block && !row.key.setting) return;
    const auto splice = block ? change_attribute(*project, *block, row.key.attribute, value)
                              : octatrack::change_setting(*project, *row.key.setting, value);
    if (!splice) return session.say(sentence(splice.problem()), true);
    if (!session.document.splice(path, splice->offset, splice->before.size(), splice->after, label_of(path, row)))
        session.say(session.document.take_refusal(), true);
}

// A value of a file that the workshop knows: it gives the file with the value in it.
void ask_to_put(Session& session, std::string_view path, const FileRow& row, std::string_view typed, std::optional<i64> number) {
    const ByteView bytes = session.document.bytes(path);
    const std::string order = json_of(ValueOrder{std::string(path), row.path, std::string(typed), number});
    session.requests.ask("set_value", std::string(path), order, Bytes(bytes.begin(), bytes.end()),
                         [&session, file = std::string(path), label = label_of(path, row),
                          at = session.document.file_revision(path)](Answer& answer) {
                             std::string refusal = answer.message;
                             if (session.document.file_revision(file) != at)
                                 refusal = file + " was edited meanwhile; the value was not set";
                             else if (answer.ok && !session.document.replace(file, answer.bytes, label))
                                 refusal = session.document.take_refusal();
                             if (refusal.empty()) return;
                             session.views.file.held.reset();
                             session.say(refusal, true);
                         });
}

}  // namespace

void put_field(Session& session, std::string_view path, const Place& place, ByteView bytes, std::string_view label) {
    const Bank* bank = kind_of(path) == FileKind::bank ? session.document.view<Bank>(path) : nullptr;
    Outcome outcome;
    const bool done = !bank ? session.document.put(path, place.offset, bytes, label)
                            : change(session.document, path, *bank, label, [&](Bank& copy) {
                                  outcome = set_bank_value(copy, place.field->name, place, {bytes.begin(), bytes.end()});
                              });
    if (!done) session.say(session.document.take_refusal(), true);
    if (!outcome) session.say(sentence(outcome.problem()), true);
}

void put_value(Session& session, std::string_view path, const FileRow& row, i64 value) {
    if (row.told) return ask_to_put(session, path, row, {}, value);
    if (row.key.known()) return put_line(session, path, row, value);
    put_field(session, path, row.place(), encoded(row.place(), session.document.bytes(path), value), label_of(path, row));
}

void put_typed(Session& session, std::string_view path, const FileRow& row, std::string_view typed) {
    if (row.told) return ask_to_put(session, path, row, typed, {});
    if (row.key.known()) return put_line(session, path, row, typed);
    const auto bytes = parsed(row.place(), session.document.bytes(path), typed);
    if (!bytes) return session.say(sentence(bytes.problem()), true);
    put_field(session, path, row.place(), *bytes, label_of(path, row));
}

bool can_edit(const FileRow& row) {
    if (row.told) return !row.folds && (!row.field || groovebench::editable(*row.field));
    if (!row.field || row.folds) return false;
    if (row.key.setting) return octatrack::editable(*row.key.setting);
    return row.key.known() || (groovebench::editable(*row.field) && row.path != "checksum");
}

std::string value_words(const FileRow& row, ByteView file) {
    const bool placed = row.field && !row.told && !row.key.known() && row.offset + row.size <= file.size();
    const bool mask = row.folds && placed && row.field->kind == Kind::flags;
    return placed && (mask || !row.folds) ? groovebench::shown(row.place(), file) : row.words;
}

}  // namespace groovebench::app
