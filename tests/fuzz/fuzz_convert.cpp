// Any bytes for a pattern and a part make a plan whose notes the EP-133's format holds, and a report.
#include <cstdlib>
#include <cstring>
#include <memory>

#include "convert/plan.h"

using namespace groovebench;
using namespace groovebench::convert;

namespace {

// Fills a record with the input, again and again; the first byte chooses what follows the input instead.
template <class T>
std::unique_ptr<T> filled(const u8* data, std::size_t size, u8 rest) {
    auto record = std::make_unique<T>();
    const auto bytes = std::as_writable_bytes(std::span(record.get(), 1));
    std::memset(bytes.data(), rest, bytes.size());
    std::memcpy(bytes.data(), data, std::min(size, bytes.size()));
    return record;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    if (size < 3) return 0;
    const std::size_t part_size = std::min<std::size_t>(size - 3, data[0] * 16u);
    const auto part = filled<octatrack::Part>(data + 3, part_size, data[1]);
    const auto pattern = filled<octatrack::Pattern>(data + 3 + part_size, size - 3 - part_size, data[2]);
    ConversionInput input;
    input.pattern = pattern.get(), input.part = part.get();
    for (int slot = 1; slot <= 128; slot += 3)
        input.slots[{octatrack::Pool::flex, slot}] = {
            .path = "a.wav", .rate = u32(slot) * 1000, .channels = 2, .frames = u64(slot) << 14, .slices = {{5, 9}, {9, 5}}};
    const Plan plan = plan_conversion(input);
    if (plan.bars < 1 || plan.bars > 99 || plan.report.empty()) std::abort();
    for (const auto& notes : plan.notes)
        for (const auto& note : notes)
            if (note.position >= u32(plan.bars) * 384 || note.velocity < 1 || note.velocity > 127 || note.note > 127 ||
                note.duration < 1)
                std::abort();
    for (const auto& line : plan.report)
        if (sentence(line).empty()) std::abort();
    return 0;
}
