// Files in which every field holds some value that it may hold, for tests that need more than a blank one.
#pragma once

#include <random>

#include "octatrack/blank.h"
#include "octatrack/sample_settings.h"
#include "schema/walk.h"

namespace groovebench::octatrack::test_files {

// A value the field may hold; for a number without limits any of its bytes'.
inline i64 some_value(const Field& field, std::mt19937& random) {
    if (field.kind == Kind::choice) return field.words[random() % field.words.size()].value;
    if (field.kind == Kind::flags)
        return i64(field.bits >= 64 ? u64(random()) << 32 | random() : random() & ((u64(1) << field.bits) - 1));
    return field.min + i64(random() % u64(field.max - field.min + 1));
}

// Tags, numbers of tracks and parts, heads, sums and bytes without a meaning stay.
inline bool is_filled(const Field& field) {
    const bool kept = field.kind == Kind::constant || field.kind == Kind::unknown;
    return !kept && field.name != "index" && field.name != "version" && field.name != "checksum";
}

inline void fill(const Schema& schema, Bytes& file, std::mt19937& random) {
    walk(schema, 0, [&](const Visit& visit) {
        if (!is_filled(visit.field)) return;
        Bytes value;
        if (visit.field.kind == Kind::text)
            for (u32 i = 0; i < visit.field.size; i++)
                value.push_back(std::byte(i + 1 < visit.field.size ? 'A' + random() % 26 : 0));
        else
            value = encoded(visit.place(), file, some_value(visit.field, random));
        std::ranges::copy(value, file.begin() + std::ptrdiff_t(visit.offset));
    });
    seal(file);
}

// Steps, locks, parts: all of it busy. What the device keeps constant stays so.
inline const Bytes& busy_bank() {
    static const Bytes made = [] {
        std::mt19937 random(3);
        Bytes file = blank_bank();
        fill(schema<Bank>, file, random);
        for (Part* parts : {overlay<Bank>(file)->parts, overlay<Bank>(file)->saved_parts})
            for (Part& part : std::span(parts, part_count)) {
                for (Scene& scene : part.scenes)
                    for (AudioLock& lock : scene.tracks) lock.sample_slot = no_lock;
                for (ArpSequence& sequence : part.arp_sequences)
                    for (i8& step : sequence.steps) step = i8(step / 2);
            }
        seal(file);
        return file;
    }();
    return made;
}

}  // namespace groovebench::octatrack::test_files
