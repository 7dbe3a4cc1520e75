#include "session/doctor.h"

#include <nlohmann/json.hpp>

#include "octatrack/container.h"
#include "session/session.h"

namespace groovebench::app {
namespace {

Bytes copy_of(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

void Doctor::forget() {
    run++;
    now = State::idle;
    file.clear();
}

void Doctor::fail(std::string sentence) { now = State::failed, words = std::move(sentence); }

void Doctor::examine(std::string path) {
    forget();
    file = std::move(path);
    now = State::looking;
    session.requests.ask("examine", {}, "{}", copy_of(session.document.bytes(file)), [this, mine = run](Answer& answer) {
        if (mine != run) return;
        const auto bank = answer.ok ? examined(answer.json) : std::nullopt;
        if (!bank) return fail(answer.ok ? "What the workshop found could not be read." : answer.message);
        examined_bank = *bank;
        now = State::found;
    });
}

void Doctor::rebuild() {
    if (now != State::found) return;
    now = State::rebuilding;
    const u64 revision = session.document.file_revision(file);
    session.requests.ask("rebuild", {}, "{}", copy_of(session.document.bytes(file)), [this, revision, mine = run](Answer& answer) {
        if (mine == run) put(answer, revision);
    });
}

void Doctor::put(Answer& answer, u64 revision) {
    if (!answer.ok) return fail(answer.message);
    if (session.document.file_revision(file) != revision) return fail("The bank was changed meanwhile: examine it again.");
    session.document.allow(file);
    if (!session.document.replace(file, answer.bytes, "rebuild " + std::string(card::name_of(file))))
        return fail(session.document.take_refusal());
    told.clear();
    const auto data = nlohmann::ordered_json::parse(answer.json, nullptr, false);
    if (data.is_object() && data.contains("notes") && data["notes"].is_array())
        for (const auto& note : data["notes"]) told.push_back(note.is_string() ? note.get<std::string>() : "");
    now = State::rebuilt;
}

void mend_checksum(Session& session, const std::string& path) {
    Bytes mended = copy_of(session.document.bytes(path));
    octatrack::seal(mended);
    session.document.allow(path);
    if (!session.document.replace(path, mended, "mend the checksum of " + std::string(card::name_of(path))))
        session.say(session.document.take_refusal(), true);
}

}  // namespace groovebench::app
