#include "octatrack/part_rules.h"

namespace groovebench::octatrack {

u8 with_part_edited(const Bank& bank, int part) {
    const int bit = part >= 0 && part < part_count ? 1 << part : 0;
    return u8((bank.parts_edited | bit) & 15);
}

bool part_is_edited(const Bank& bank, int part) { return part >= 0 && part < part_count && bank.parts_edited.at(part); }

bool part_is_saved(const Bank& bank, int part) { return part >= 0 && part < part_count && bank.part_saved[part] == 1; }

int part_at(std::size_t offset) {
    constexpr std::size_t first = offsetof(Bank, parts), end = first + part_count * sizeof(Part);
    return offset >= first && offset < end ? int((offset - first) / sizeof(Part)) : -1;
}

}  // namespace groovebench::octatrack
