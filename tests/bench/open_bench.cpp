// Opening a project's sixteen banks against copying the same bytes: size, tags and checksum of each (goal: at most
// 3 times in wasm), every value of them against its range (at most 100 times, natively), and what writing the
// checksum costs against reading the bytes once (at most twice).
#include <cstring>
#include <functional>

#include "bench.h"
#include "octatrack/blank.h"
#include "octatrack/trigs.h"
#include "schema/walk.h"

namespace groovebench::bench {

namespace {

using namespace octatrack;

// Not all alike, and with something in them.
std::vector<Bytes> sixteen_banks() {
    std::vector<Bytes> banks(16, blank_bank());
    for (std::size_t i = 0; i < banks.size(); i++) {
        Bank& bank = *overlay<Bank>(banks[i]);
        for (Pattern& pattern : bank.patterns)
            for (AudioTrack& track : pattern.audio_tracks)
                for (int step = 0; step < 16; step += 4) {
                    place_trig(track, step, TrigType::trig);
                    set_lock(track, step, int(i), u8(step));
                }
        seal(banks[i]);
    }
    return banks;
}

// The best processor time of `runs` passes: a busy machine only adds to it. The work is called through a pointer: what
// is inlined into a function that runs once never leaves the first, slow stage of a WebAssembly engine.
double seconds(int runs, const std::function<void()>& work) {
    double best = 1e9;
    for (int run = 0; run < runs; run++) {
        const auto start = Clock::now();
        work();
        best = std::min(best, seconds_since(start));
    }
    return best;
}

u64 sum_of_words(const Bytes& bytes) {
    u64 sum = 0;
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
        u64 word;
        std::memcpy(&word, bytes.data() + at, 8);
        sum += word;
    }
    return sum;
}

bool open_and_verify(const std::vector<Bytes>& banks) {
    bool good = true;
    for (const Bytes& bytes : banks) good = good && open_bank(bytes) && !checksum_problem(bytes);
    return good;
}

std::size_t findings(const std::vector<Bytes>& banks) {
    std::size_t n = 0;
    for (const Bytes& bytes : banks) n += validate(schema<Bank>, bytes).size();
    return n;
}

}  // namespace

void open_bench() {
    std::vector<Bytes> banks = sixteen_banks();
    std::vector<Bytes> copies = banks;
    std::vector<double> opening, sealing, checking;
    volatile u64 sink = 0;
    for (int run = 0; run < 9; run++) {
        const double copy = seconds(5, [&] {
            for (std::size_t i = 0; i < banks.size(); i++) std::memcpy(copies[i].data(), banks[i].data(), banks[i].size());
            sink = sink + u64(copies[std::size_t(run)][100]);
        });
        opening.push_back(seconds(5, [&] { sink = sink + open_and_verify(banks); }) / copy);
        const double read = seconds(50, [&] { sink = sink + sum_of_words(banks[0]); });
        sealing.push_back(seconds(50, [&] { seal(banks[0]); }) / read);
        checking.push_back(seconds(1, [&] { sink = sink + findings(banks); }) / copy);
    }
    report("open and verify 16 banks, times memcpy", median(opening), "<=", 3);
    report("seal a bank, times reading its bytes", median(sealing), "<=", 2);
    report("check every value of 16 banks, times memcpy", median(checking), "<=", 100);
}

}  // namespace groovebench::bench
