// The files of the card as they arrive: asked for when somebody looks at them, sixteen at a time (what
// a card reader likes best), opened in the document. Whether they lie in a folder, in a list or in an archive is
// the page's business.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "card/document.h"
#include "session/requests.h"

namespace groovebench::app {

enum class FileState { unknown, waiting, failed, open };

class Files {
public:
    Files(Requests& to, card::Document& into) : requests(to), document(into) {}

    // Called once for every file that arrives, before anybody sees it.
    std::function<void(const std::string& path)> opened;

    void want(std::string_view path);                 // asks once; an open or failed file is not asked for again
    void take(const std::string& path, Bytes bytes);  // one that has come by another way
    FileState state(std::string_view path) const;
    std::string_view failure(std::string_view path) const;  // the sentence of a failed one
    bool busy() const { return !queue.empty() || !under_way.empty(); }
    std::size_t left() const { return queue.size() + under_way.size(); }

    void pump();  // once a frame
    void forget();

private:
    void arrived(const std::string& path, Answer& answer);

    Requests& requests;
    card::Document& document;
    std::deque<std::string> queue;
    std::set<std::string, std::less<>> under_way;
    std::map<std::string, std::string, std::less<>> failures;
};

}  // namespace groovebench::app
