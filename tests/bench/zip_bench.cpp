// The zip stage against raw deflate by the same library on the same data at the same level: what our
// container, its checksums and its copies cost. Goal: at least 90 %.
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>

#include "archive/zip.h"
#include "bench.h"

namespace groovebench::bench {

namespace {

Bytes noisy_tone(std::size_t size) {
    Bytes bytes(size);
    u32 noise = 1;
    for (std::size_t i = 0; i + 1 < size; i += 2) {
        noise = noise * 1664525 + 1013904223;
        const double decay = std::exp(-double(i % 88200) / 30000);
        const int sample = int(20000 * decay * std::sin(double(i) * 0.031)) + int(noise >> 24);
        bytes[i] = std::byte(sample);
        bytes[i + 1] = std::byte(sample >> 8);
    }
    return bytes;
}

// Like a bank: long runs of defaults, a few values that differ.
Bytes sparse_records(std::size_t size) {
    Bytes bytes(size, std::byte{0xFF});
    u32 random = 1;
    for (std::size_t i = 0; i < size; i += 977) bytes[i] = std::byte((random = random * 1664525 + 1013904223) >> 24);
    return bytes;
}

// Into memory of its own, as the container's is: new memory is a cost of any archive that is made.
double deflate_seconds(const Bytes& bytes, int level) {
    const double start = processor_seconds();
    const std::size_t room = bytes.size() + bytes.size() / 1000 + 4096;
    const auto out = std::make_unique_for_overwrite<Bytef[]>(room);
    z_stream stream{};
    deflateInit2(&stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = out.get();
    stream.avail_out = uInt(room);
    deflate(&stream, Z_FINISH);
    deflateEnd(&stream);
    return processor_seconds() - start;
}

double zip_seconds(const Bytes& bytes, int level) {
    const double start = processor_seconds();
    const auto file = archive::write_zip({{"member", bytes, archive::Method::deflated, {}, level}});
    return file ? processor_seconds() - start : 0;
}

void compare(const char* name, const Bytes& bytes, int level) {
    std::vector<double> raw, whole, ratio;
    for (int run = 0; run < 9; run++) {
        raw.push_back(deflate_seconds(bytes, level));
        whole.push_back(zip_seconds(bytes, level));
        ratio.push_back(raw.back() / whole.back());
    }
    const double megabytes = double(bytes.size()) / 1e6;
    report(std::string("zip stage / raw deflate, ") + name, median(ratio), ">=", 0.90);
    std::printf("  raw %.1f MB/s, zip %.1f MB/s, level %d\n", megabytes / median(raw), megabytes / median(whole), level);
}

}  // namespace

void zip_bench() {
    compare("samples", noisy_tone(8'000'000), 6);
    compare("project files", sparse_records(16'000'000), 6);
}

}  // namespace groovebench::bench
