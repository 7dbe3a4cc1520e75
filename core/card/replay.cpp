// Bringing back what a journal tells.
//
// The card may be ahead of the beginning of the journal: some files were saved in between. So for each file
// the last record is looked for at which the card held what it holds now. Bytes start there; what came before
// enters the history without touching them, because undoing it is putting its bytes back all the same.
#include <algorithm>
#include <map>
#include <set>

#include "card/journal.h"
#include "card/records.h"

namespace groovebench::card {

class Replay {
public:
    Replay(const std::vector<std::string>& lines, Document& into) : document(into) { read(lines); }

    Replayed run() {
        if (!document.edits.empty()) {
            result.sound = records.size();
            result.lost.push_back("The edits of an earlier visit cannot be brought back once something was edited.");
            return std::move(result);
        }
        find_sources();
        find_starts();
        find_lost();
        take_over();
        std::size_t played = 0;
        while (played < records.size() && play(played)) played++;
        if (played < records.size()) {
            contradiction = played;
            give_up();
        } else {
            finish();
        }
        return std::move(result);
    }

    std::optional<std::size_t> contradiction;  // the record that does not fit those before it; nothing was brought back then

private:
    struct Source {
        std::shared_ptr<const Bytes> bytes;
        Fingerprint print;
        std::string read_only;
        u64 owner = 0;  // the file that the journal says lies there
    };
    struct Start {
        std::size_t record = 0;
        std::string path;  // on the card; empty for a file that is not there
    };

    void read(const std::vector<std::string>& lines) {
        for (const std::string& line : lines) {
            auto record = read_record(line);
            if (!record) {
                result.lost.push_back("Record " + std::to_string(records.size() + 1) +
                                      " of the journal is damaged: what followed it is lost.");
                return;
            }
            records.push_back(std::move(*record));
        }
    }

    void find_sources() {
        for (const Record& record : records) {
            if (record.kind != Record::Kind::file && record.kind != Record::Kind::card) continue;
            const File* file = document.find(record.path);
            if (!file || sources.contains(record.path)) continue;
            sources[record.path] = {std::make_shared<const Bytes>(*file->bytes), fingerprint(*file->bytes), file->read_only, 0};
        }
    }

    void find_starts() {
        for (std::size_t i = 0; i < records.size(); i++) {
            const Record& record = records[i];
            const bool of_file = record.kind == Record::Kind::file, of_card = record.kind == Record::Kind::card;
            if (of_file) names.try_emplace(record.number, record.path);
            if (of_file && !record.there) starts[record.number] = {i, {}};
            if (!of_file && !of_card) continue;
            if (record.there && (of_file || names.contains(record.number))) lies_at[record.path] = record.number;
            if (!record.there && of_card) gone.insert(lies_at[record.path]), lies_at.erase(record.path);
            const auto source = sources.find(record.path);
            if (!record.print || source == sources.end() || source->second.print != *record.print) continue;
            if (names.contains(record.number)) starts[record.number] = {i, record.path};
        }
    }

    void find_lost() {
        for (const auto& [number, path] : names) {
            const auto start = starts.find(number);
            const bool in_the_way =
                start != starts.end() && start->second.path.empty() && document.is_open(path) && !lies_at.contains(path);
            if (start != starts.end() && !in_the_way) continue;
            lost.insert(number);
            if (gone.contains(number)) continue;  // we removed it ourselves: only the undo of that is gone
            const auto named = [n = number](const ChangeRecord& change) { return change.file == n; };
            const auto count = std::count_if(records.begin(), records.end(), [&](const Record& record) {
                return record.kind == Record::Kind::edit && std::any_of(record.changes.begin(), record.changes.end(), named);
            });
            const std::string why =
                document.is_open(path) ? " was changed by another program since: " : " is not on the card any more: ";
            result.lost.push_back(path + why + (count == 1 ? "1 edit was" : std::to_string(count) + " edits were") +
                                  " not brought back.");
        }
    }

    // The files that the application has just opened give way to those of the journal, under their numbers.
    void take_over() {
        for (const auto& [path, number] : lies_at)
            if (!lost.contains(number)) own(path, number);
        for (const auto& [number, start] : starts)
            if (!lost.contains(number) && !start.path.empty()) own(start.path, number);
        u64 last = names.empty() ? 0 : names.rbegin()->first;
        for (const auto& file : document.files) file->number = ++last;
        document.last_file = last;
    }

    void own(const std::string& path, u64 number) {
        const auto source = sources.find(path);
        File* file = document.find(path);
        if (source == sources.end() || !file) return;
        source->second.owner = number;
        document.show(*file, false);
        document.held.erase(path);
        const auto place =
            std::find_if(document.files.begin(), document.files.end(), [&](const auto& one) { return one.get() == file; });
        set_aside.push_back(std::move(*place));
        document.files.erase(place);
    }

    // ---- record by record; false if the journal does not fit, and then nothing of the record was done

    bool play(std::size_t i) {
        const Record& record = records[i];
        switch (record.kind) {
            case Record::Kind::file:
                return lost.contains(record.number) || declare(i);
            case Record::Kind::card:
                return begin(i), true;
            case Record::Kind::allow:
                return allow(record.path), true;
            case Record::Kind::edit:
                return redo(record, true);
            case Record::Kind::redo:
                return redo(record, false);
            case Record::Kind::undo:
                return undo(record);
        }
        return false;
    }

    void allow(const std::string& path) {
        const auto source = sources.find(path);
        if (source != sources.end()) source->second.read_only.clear();
        if (File* file = document.find(path)) file->read_only.clear(), document.touch(*file);
    }

    bool declare(std::size_t i) {
        const Record& record = records[i];
        if (files.contains(record.number)) return begin(i), true;  // told again: the card has it no longer
        if (record.there && document.is_open(record.path)) return misfit(record.path);
        File& file = document.new_file(record.path, {});
        file.number = record.number;
        file.journal = document.journal;
        files[record.number] = &file;
        document.last_file = std::max(document.last_file, record.number);
        if (record.there) document.show(file, true);
        begin(i);
        return true;
    }

    void begin(std::size_t i) {
        const Record& record = records[i];
        const auto start = starts.find(record.number);
        const auto found = files.find(record.number);
        if (start == starts.end() || start->second.record != i || found == files.end()) return;
        File& file = *found->second;
        started.insert(&file);
        if (start->second.path.empty()) {
            document.write(file, 0, file.bytes->size(), record.bytes);
            file.original = std::make_shared<const Bytes>(record.edited ? Bytes() : record.bytes);
            return;
        }
        const Source& source = sources[start->second.path];
        file.read_only = source.read_only;
        file.card_path = start->second.path;
        document.write(file, 0, file.bytes->size(), *source.bytes);
        file.original = source.bytes;
        if (!record.ours) return;
        const ChangeRecord& ours = *record.ours;
        if (fits(file, ours.offset, ours.before)) document.write(file, ours.offset, ours.before.size(), ours.after);
    }

    static bool fits(const File& file, std::size_t offset, ByteView expected) {
        const Bytes& bytes = *file.bytes;
        return offset <= bytes.size() && expected.size() <= bytes.size() - offset &&
               std::equal(expected.begin(), expected.end(), bytes.begin() + std::ptrdiff_t(offset));
    }

    std::shared_ptr<Edit> edit_of(const Record& record) {
        auto edit = std::make_shared<Edit>();
        edit->label = record.label;
        edit->number = record.number;
        edit->journal = document.journal;
        for (const ChangeRecord& change : record.changes) {
            const auto file = files.find(change.file);
            if (file != files.end())
                edit->changes.push_back({change.kind, file->second, change.offset, change.before, change.after});
        }
        document.serial = std::max(document.serial, record.number);
        return edit;
    }

    bool redo(const Record& record, bool is_new) {
        auto& edits = document.edits;
        const auto at = edits.begin() + std::ptrdiff_t(document.done);
        if (left_out.contains(record.number)) return true;
        if (record.has_changes) {
            const auto edit = edit_of(record);
            if (edit->changes.empty()) return left_out.insert(record.number), true;
            if (is_new) edits.erase(at, edits.end());
            edits.insert(edits.begin() + std::ptrdiff_t(document.done), edit);
        }
        if (document.done == edits.size() || edits[document.done]->number != record.number) return misfit(record.label);
        if (!apply(*edits[document.done], true)) return false;
        document.done++;
        return true;
    }

    bool undo(const Record& record) {
        auto& edits = document.edits;
        if (left_out.contains(record.number)) return true;
        if (record.has_changes) {  // made before the journal began: it can be redone
            const auto edit = edit_of(record);
            if (edit->changes.empty()) return left_out.insert(record.number), true;
            edits.insert(edits.begin() + std::ptrdiff_t(document.done), edit);
            document.done++;
        }
        if (document.done == 0 || edits[document.done - 1]->number != record.number) return misfit(record.label);
        if (!apply(*edits[document.done - 1], false)) return false;
        document.done--;
        return true;
    }

    bool apply(const Edit& edit, bool forward) {
        const std::size_t count = edit.changes.size();
        for (std::size_t i = 0; i < count; i++) {
            const Change& change = edit.changes[forward ? i : count - 1 - i];
            if (apply(change, forward)) continue;
            for (; i > 0; i--) (void)apply(edit.changes[forward ? i - 1 : count - i], !forward);
            return misfit(change.file->path);
        }
        return true;
    }

    bool apply(const Change& change, bool forward) {
        File& file = *change.file;
        if (change.kind == Change::Kind::bytes) {
            if (!started.contains(&file)) return true;
            if (!fits(file, change.offset, forward ? change.before : change.after)) return false;
        } else {
            const std::string_view from = text_of(forward ? change.before : change.after),
                                   to = text_of(forward ? change.after : change.before);
            if (!to.empty() && document.is_open(to)) return false;
            if (file.present != !from.empty() || (file.present && file.path != from)) return false;
            if (!to.empty()) file.path = file.present ? file.path : std::string(to);
        }
        document.apply(change, forward);
        return true;
    }

    bool misfit(const std::string& where) {
        result.lost.push_back("The journal of the earlier visit does not fit " + where +
                              ": its later edits were not brought back.");
        return false;
    }

    // A journal that contradicts itself: the files as they were opened, and the sentence.
    void give_up() {
        std::vector<std::unique_ptr<File>> plain = std::move(set_aside);
        const std::string damage = result.lost.back();
        for (auto& file : document.files)
            if (!files.contains(file->number)) plain.push_back(std::move(file));
        std::erase(document.files, nullptr);
        document.close();
        for (const auto& file : plain) {
            document.open_file(file->path, std::move(*file->bytes));
            document.set_read_only(file->path, file->read_only);
        }
        result.lost = {damage};
    }

    void finish() {
        for (const auto& [path, source] : sources) {
            const auto file = files.find(source.owner);
            if (source.owner != 0 && file != files.end()) document.held[path].now = {source.bytes, file->second};
        }
        document.held_by_edits = 0;
        for (const auto& edit : document.edits) document.held_by_edits += weight(*edit);
        document.events.clear();
        document.now++;
        document.bound();
        result.sound = records.size();
        result.edits = document.edits.size();
        result.files = document.changed_paths();
    }

    Document& document;
    Replayed result;
    std::vector<Record> records;
    std::map<std::string, Source> sources;  // what the card holds now, of the files in question
    std::map<std::string, u64> lies_at;     // which file the journal says lies at a path of the card, in the end
    std::map<u64, std::string> names;       // the first name of each file
    std::map<u64, Start> starts;
    std::set<u64> lost, gone, left_out;  // files; files we removed from the card; edits
    std::map<u64, File*> files;
    std::set<const File*> started;
    std::vector<std::unique_ptr<File>> set_aside;
};

// What stands before a contradiction was so once, and is brought back by itself.
Replayed replay(const std::vector<std::string>& records, Document& document) {
    document.finish();
    std::vector<std::string> fitting = records, lost;
    for (;;) {
        Replay attempt(fitting, document);
        Replayed result = attempt.run();
        if (attempt.contradiction) {
            lost = std::move(result.lost);
            fitting.resize(*attempt.contradiction);
            continue;
        }
        result.lost.insert(result.lost.begin(), lost.begin(), lost.end());
        return result;
    }
}

}  // namespace groovebench::card
