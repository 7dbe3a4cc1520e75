// What a bank holds that the machine would not write, beyond ranges and lists: findings, never a refusal.
// Source: octatrack-bank.md §2.2, §3.4, §3.9, §5, §6.
#pragma once

#include "octatrack/bank.h"

namespace groovebench::octatrack {

// Steps with several trig types, locks that nothing plays, bytes that are the same in every bank, PICKUPs with another
// recorder than their own, working parts that differ from their saved copies without the edited bit. At most `limit`.
std::vector<Problem> bank_findings(const Bank&, std::size_t limit = 1000);

}  // namespace groovebench::octatrack
