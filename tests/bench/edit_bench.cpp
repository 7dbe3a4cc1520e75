// One edit, whatever is open: its median must not exceed a microsecond, nor grow with the number of files.
// And what the journal adds to it, once a frame.
#include <cstdio>

#include "bench.h"
#include "bytes/integers.h"
#include "card/document.h"
#include "card/journal.h"

namespace groovebench::bench {

namespace {

constexpr std::size_t bank_size = 636'113;
constexpr int edits = 20'000;

void open_project(card::Document& document, int others) {
    for (int i = 1; i <= 16; i++) document.open_file("SET/P/bank" + std::to_string(i) + ".work", Bytes(bank_size));
    for (int i = 0; i < others; i++) document.open_file("SET/AUDIO/" + std::to_string(i) + ".wav", Bytes(100));
}

// Seconds an edit takes, each at another place. The median of batches: under Node the clock also counts the time that
// others had the processor.
double edit_seconds(card::Document& document, int run) {
    constexpr int batch = 500;
    std::vector<double> batches;
    for (int i = 0; i < edits;) {
        const double start = processor_seconds();
        for (const int end = i + batch; i < end; i++) {
            const auto* field = document.view<be16>("SET/P/bank7.work", std::size_t(i) * 31);
            document.set(*field, u16(i + run + 1), "tempo");
        }
        batches.push_back((processor_seconds() - start) / batch);
    }
    return median(std::move(batches));
}

double undo_seconds(card::Document& document) {
    const double start = processor_seconds();
    for (int i = 0; i < edits; i++) document.undo();
    return (processor_seconds() - start) / edits;
}

void measure(const char* name, int others) {
    std::vector<double> edit, undo, journal;
    for (int run = 0; run < 9; run++) {
        card::Document document;
        open_project(document, others);
        document.take_events();
        edit.push_back(edit_seconds(document, run) * 1e6);
        const double start = processor_seconds();
        const auto records = card::take_journal(document);
        journal.push_back((processor_seconds() - start) / double(records.size()) * 1e6);
        undo.push_back(undo_seconds(document) * 1e6);
    }
    report(std::string("one edit, microseconds, ") + name, median(edit), "<=", 1.0);
    std::printf("  undo %.3f, journal record %.3f microseconds\n", median(undo), median(journal));
}

}  // namespace

void edit_bench() {
    measure("16 banks open", 0);
    measure("16 banks and 5000 samples open", 5000);
}

}  // namespace groovebench::bench
