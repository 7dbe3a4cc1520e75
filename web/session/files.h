// The files of the card as they arrive: asked for when somebody looks at them, sixteen at a time (what
// a card reader likes best), opened in the document. A card that came as a zip is read from the archive
// in memory in the same way, one file a frame, so that nothing blocks.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "archive/zip.h"
#include "card/document.h"
#include "session/requests.h"

namespace groovebench::app {

enum class FileState { unknown, waiting, failed, open };

class Files {
public:
    Files(Requests& to, card::Document& into) : requests(to), document(into) {}

    // Called once for every file that arrives, before anybody sees it.
    std::function<void(const std::string& path)> opened;

    void want(std::string_view path);  // asks once; an open or failed file is not asked for again
    void retry(std::string_view path);
    FileState state(std::string_view path) const;
    std::string_view failure(std::string_view path) const;  // the sentence of a failed one
    bool busy() const { return !queue.empty() || !under_way.empty(); }
    std::size_t left() const { return queue.size() + under_way.size(); }

    // Bytes that are looked at but not opened: audio. `head` 0 is the whole file.
    void read(std::string path, std::size_t head, std::function<void(Answer&)> then);

    void use_zip(Bytes archive, archive::Zip zip);
    const archive::Zip* zip() const { return from_zip ? &*from_zip : nullptr; }
    ByteView zip_bytes() const { return archive_bytes; }

    void pump();  // once a frame
    void forget();

private:
    void arrived(const std::string& path, Answer& answer);
    Answer from_archive(const std::string& path) const;

    Requests& requests;
    card::Document& document;
    std::deque<std::string> queue;
    std::set<std::string, std::less<>> under_way;
    std::map<std::string, std::string, std::less<>> failures;
    struct Read {
        std::string path;
        std::size_t head;
        std::function<void(Answer&)> then;
    };
    std::deque<Read> reads;
    int reads_under_way = 0;
    Bytes archive_bytes;
    std::optional<archive::Zip> from_zip;
};

}  // namespace groovebench::app
