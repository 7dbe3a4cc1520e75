// Thousands of random edits, undos, groups, renames and saves, against a model that is too simple to be
// wrong: a list of snapshots of all files. And the same with visits that end at any moment.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "card/journal.h"

using namespace groovebench;
using namespace groovebench::card;

namespace {

using State = std::map<std::string, std::string>;
constexpr std::size_t sheet_size = 40;

bool is_sheet(std::string_view path) { return path.ends_with(".sheet"); }
std::string sealed_text(std::string_view path, std::string content) {
    if (!is_sheet(path)) return content;
    u8 sum = 0;
    for (std::size_t i = 0; i + 1 < content.size(); i++) sum = u8(sum + u8(content[i]));
    content.back() = char(sum);
    return content;
}
void seal_sheet(std::string_view path, ByteSpan bytes) {
    const std::string content = sealed_text(path, std::string(text_of(bytes)));
    std::ranges::copy(bytes_of(content), bytes.begin());
}
Bytes bytes_from(std::string_view text) { return Bytes(bytes_of(text).begin(), bytes_of(text).end()); }

class Player {
public:
    explicit Player(unsigned seed) : random(seed) {
        document = fresh();
        for (int i = 0; i < 4; i++)
            card["s" + std::to_string(i) + ".sheet"] = sealed_text(".sheet", std::string(sheet_size, char('a' + i)));
        for (int i = 0; i < 4; i++) card["t" + std::to_string(i) + ".txt"] = "KEY=" + std::to_string(i * 1111) + "\r\nEND\r\n";
        states = {card};
        open_all();
    }

    void step() {
        const int what = pick(100);
        if (what < 40) return edit([&] { change(); });
        if (what < 48) return group();
        if (what < 56) return gesture();
        if (what < 70) return travel(document->undo(), position > 0, -1);
        if (what < 80) return travel(document->redo(), position + 1 < states.size(), +1);
        if (what < 82) return go_to();
        if (what < 94) return edit([&] { change_files(); });
        if (what < 97) return save_one();
        if (what < 98) return save_all();
        roll_back();
    }

    void compare(int step_number) {
        SCOPED_TRACE("step " + std::to_string(step_number));
        const State& present = states[position];
        ASSERT_EQ(document->paths().size(), present.size());
        for (const auto& [path, content] : present)
            ASSERT_EQ(payload(path, text_of(document->bytes(path))), payload(path, content)) << path;
        ASSERT_EQ(document->changed_paths(), expected_changes());
        ASSERT_EQ(document->position(), position);
        ASSERT_EQ(document->edit_count(), states.size() - 1);
        ASSERT_EQ(document->can_undo(), position > 0);
    }

    // The tab dies; the next visit replays the journal.
    void crash() {
        keep();
        const auto before = document->history();
        const std::vector<std::string> labels(before.labels.begin(), before.labels.end());
        auto later = fresh();
        for (const auto& path : journal_files(journal))
            if (card.contains(path)) later->open_file(path, bytes_from(card[path]));
        const Replayed again = replay(journal, *later);
        EXPECT_TRUE(again.lost.empty()) << again.lost.front();
        const auto after = later->history();
        EXPECT_TRUE(std::ranges::equal(labels, after.labels));
        document = std::move(later);
        open_all();
        former.clear();
    }
    void keep() {
        for (auto& record : take_journal(*document)) journal.push_back(std::move(record));
    }

private:
    int pick(int n) { return int(random() % unsigned(n)); }

    std::unique_ptr<Document> fresh() {
        auto one = std::make_unique<Document>();
        one->seal = seal_sheet;
        return one;
    }
    void open_all() {
        for (const auto& [path, content] : card) document->open_file(path, bytes_from(content));
    }

    // The sum at the end of a sheet belongs to nobody's edit.
    static std::string payload(std::string_view path, std::string_view content) {
        return std::string(is_sheet(path) ? content.substr(0, content.size() - 1) : content);
    }
    std::vector<std::string> expected_changes() const {
        std::set<std::string> all;
        for (const auto& [path, content] : states[position]) {
            const auto there = card.find(path);
            if (there == card.end() || there->second != sealed_text(path, content)) all.insert(path);
        }
        for (const auto& [path, content] : card)
            if (!states[position].contains(path)) all.insert(path);
        return {all.begin(), all.end()};
    }

    std::string any_path() {
        auto place = current.begin();
        std::advance(place, pick(int(current.size())));
        return place->first;
    }
    std::string free_name(std::string_view like) {
        for (;;) {
            std::string name = (is_sheet(like) ? "s" : "t") + std::to_string(pick(12)) + (is_sheet(like) ? ".sheet" : ".txt");
            if (!current.contains(name)) return name;
        }
    }

    // ---- one change in both, without the history; `did` counts what must leave an edit
    void change() {
        const std::string path = any_path();
        std::string& content = current[path];
        if (is_sheet(path)) return put(path, content, std::size_t(pick(int(sheet_size) - 5)), 1 + std::size_t(pick(4)));
        const std::size_t at = std::size_t(pick(int(content.size()) + 1)),
                          gone = std::size_t(pick(int(content.size() - at) + 1)) % 6;
        const std::string with(std::size_t(content.size() > 60 ? 0 : pick(6)), char('A' + pick(26)));
        did += content.substr(at, gone) != with;
        content.replace(at, gone, with);
        if (pick(2))
            document->splice(path, at, gone, bytes_of(with), label);
        else
            document->replace(path, bytes_of(content), label);
    }
    void put(const std::string& path, std::string& content, std::size_t at, std::size_t size) {
        const std::string with(size, char('a' + pick(3)));
        did += content.substr(at, size) != with;
        content.replace(at, size, with);
        document->put(path, at, bytes_of(with), label);
    }
    void change_files() {
        const int what = pick(3);
        if (current.size() > 10 || (what == 0 && current.size() > 3)) {
            const std::string path = any_path();
            current.erase(path);
            document->remove_file(path, label);
        } else if (what == 1) {
            const std::string from = any_path(), to = free_name(from);
            current[to] = current[from];
            current.erase(from);
            document->rename_file(from, to, label);
        } else {
            const std::string path = free_name(pick(2) ? ".sheet" : ".txt");
            current[path] = is_sheet(path) ? sealed_text(path, std::string(sheet_size, char('A' + pick(26)))) : "new";
            document->add_file(path, bytes_from(current[path]), label);
        }
        did++;
    }

    template <class Do>
    void edit(Do change_something) {
        current = states[position];
        did = 0;
        label = "edit " + std::to_string(serial++);
        change_something();
        commit(did > 0);
    }
    void commit(bool is_edit) {
        if (!is_edit) return;
        states.resize(position + 1);
        states.push_back(current);
        position++;
    }
    void group() {
        edit([&] {
            Group group(*document, label);
            for (int i = pick(6); i > 0; i--) pick(4) ? change() : change_files();
        });
    }
    void gesture() {
        current = states[position];
        const State before = current;
        label = "drag " + std::to_string(serial++);
        std::string path;
        for (const auto& [name, content] : current)
            if (is_sheet(name)) path = name;
        if (path.empty()) return;
        document->begin_gesture();
        const std::size_t at = std::size_t(pick(int(sheet_size) - 2));
        for (int i = pick(8); i > 0; i--) put(path, current[path], at, 1);
        document->end_gesture();
        commit(current != before);
    }

    void travel(bool did_it, bool could, int by) {
        EXPECT_EQ(did_it, could);
        if (could) position = std::size_t(int(position) + by);
    }
    void go_to() {
        position = std::size_t(pick(int(states.size())));
        EXPECT_TRUE(document->go_to(position));
    }

    void save(const std::string& path) {
        const auto present = states[position].find(path);
        former[path] = card.contains(path) ? std::optional(card[path]) : std::nullopt;
        if (present != states[position].end()) {
            card[path] = sealed_text(path, present->second);
            document->saved(path, document->sealed(path));
            EXPECT_EQ(text_of(document->on_card(path)), card[path]);
        } else {
            card.erase(path);
            document->removed_from_card(path);
        }
    }
    void save_one() {
        const auto changes = expected_changes();
        if (!changes.empty()) save(changes[std::size_t(pick(int(changes.size())))]);
    }
    void save_all() {
        for (const auto& path : expected_changes()) save(path);
    }
    void roll_back() {
        for (const auto& [path, content] : former) {
            document->rolled_back(path);
            if (content)
                card[path] = *content;
            else
                card.erase(path);
        }
        former.clear();
    }

    std::mt19937 random;
    std::unique_ptr<Document> document;
    State card, current;
    std::vector<State> states;
    std::size_t position = 0;
    std::map<std::string, std::optional<std::string>> former;  // what the card held before the last save
    std::vector<std::string> journal;
    std::string label;
    int did = 0, serial = 1;
};

}  // namespace

TEST(document_against_a_model, thousands_of_random_steps_agree) {
    for (unsigned seed = 1; seed <= 20; seed++) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Player player(seed);
        for (int i = 0; i < 500; i++) {
            player.step();
            player.compare(i);
            if (testing::Test::HasFailure()) return;
        }
    }
}

TEST(journal_against_a_model, a_visit_may_end_at_any_moment) {
    std::mt19937 random(7);
    for (unsigned seed = 100; seed < 150; seed++) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Player player(seed);
        for (int visit = 0; visit < 5; visit++) {
            for (int i = int(random() % 40); i > 0; i--) {
                player.step();
                if (random() % 3 == 0) player.keep();
            }
            player.crash();
            player.compare(visit);
            if (testing::Test::HasFailure()) return;
        }
    }
}
