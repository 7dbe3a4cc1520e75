// The whole application without a page: its requests are answered from files in memory, as the design
// wants it. A test drops a project in, clicks by name, and reads the bytes.
#pragma once

#include <map>
#include <string>

#include "app/app.h"
#include "octatrack/bank.h"
#include "panel_test.h"
#include "session/session.h"
#include "workshop/workshop.h"

namespace groovebench {

class Editor {
public:
    // A new project "SET/SONG" of our own writers, with one flex sample and a trig on A01 T1 step 1.
    explicit Editor(std::map<std::string, Bytes> card = new_project());
    static std::map<std::string, Bytes> new_project();
    // An archive that was opened as the folder it holds, as the page's zip_folder.js does it.
    struct Archive {
        std::string name;
        Bytes bytes;
    };
    explicit Editor(Archive);
    Bytes packed();  // that archive with the edits, as it goes out

    app::Session& session() { return application.session(); }
    const octatrack::Pattern& pattern(int bank = 0, int number = 0) { return *session().project.pattern(bank, number); }
    const octatrack::AudioTrack& track(int number) { return pattern().audio_tracks[number - 1]; }
    // Requests of a kind that were made, the last one first.
    const app::Request* last(std::string_view ask) const;

    std::map<std::string, Bytes> files;
    std::vector<app::Request> made;
    std::map<std::string, Bytes> downloads;  // by name
    Bytes to_choose;                         // the file that is chosen when the page is to ask for one
    std::vector<std::string> read_for_bundle;
    app::App application;
    PanelTest test;

private:
    void open(const std::string& card);
    void draw();
    void perform(const app::Request& request);
    void make(const std::string& kind, const app::Request& request);
    void plan_bundle(const app::Request& request);
    void answer(int id, app::Reply reply);
    app::Workshop workshop;
    double now = 0;
};

}  // namespace groovebench
