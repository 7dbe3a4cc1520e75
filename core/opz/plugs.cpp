#include "opz/plugs.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>

#include "opz/words.h"

namespace groovebench::opz {
namespace {

using enum PlugKind;

constexpr Plug plugs[] = {
    {10, "analog", engine},
    {11, "cluster", engine},
    {13, "chorus-80", effect},
    {14, "organ or ep (14)", engine},
    {15, "old default (15)", engine},
    {17, "organ or ep (17)", engine},
    {21, "old default (21)", engine},
    {25, "digital", engine},
    {26, "saw", engine},
    {28, "old default (28)", engine},
    {31, "shade", engine},
    {34, "delay", effect},
    {35, "rymd", effect},
    {36, "old default (36)", effect},
    {37, "old default (37)", track},
    {38, "tape", track},
    {39, "master", track},
    {43, "reverb", effect},
    {65, "volt", engine},
    {71, "zVinyl.aif", factory_kit},
    {98, "electric", engine},
    {99, "dist", effect},
    {100, "motion (100)", track},
    {109, "crush", effect},
    {112, "bow", engine},
    {121, "TeKicks.aif", factory_kit},
    {122, "TeSnares.aif", factory_kit},
    {123, "TePercs.aif", factory_kit},
    {124, "TeFX.aif", factory_kit},
    {125, "redKicks.aif", factory_kit},
    {126, "redSnares.aif", factory_kit},
    {127, "redPerc.aif", factory_kit},
    {128, "redFX.aif", factory_kit},
    {129, "uranus", engine},
    {130, "AlainKicks.aif", factory_kit},
    {131, "AlainSnares.aif", factory_kit},
    {132, "AlainPerc.aif", factory_kit},
    {133, "AlainFX.aif", factory_kit},
    {134, "CuckooKicks.aif", factory_kit},
    {135, "CuckooSnares.aif", factory_kit},
    {136, "CuckooPerc.aif", factory_kit},
    {137, "CuckooFX.aif", factory_kit},
    {138, "CuckooC_keypawn.aif", factory_synth},
    {139, "CuckooC_open.aif", factory_synth},
    {140, "SebaKicks.aif", factory_kit},
    {141, "SebaSnares.aif", factory_kit},
    {142, "SebaPerc.aif", factory_kit},
    {143, "SebaFX.aif", factory_kit},
    {144, "UserSampler.aif", factory_synth},
    {145, "GrantFX.aif", factory_kit},
    {146, "lights", track},
    {147, "perform", track},
    {148, "module", track},
    {149, "motion", track},
    {152, "redmountPerc.aif", factory_kit},
    {1001, "motion (1001)", track},
    {1010, "motion (1010)", track},
};

constexpr std::string_view user_folder = "samplepacks/user/";
constexpr u32 first_kit_id = 0x10000;  // engines known have four digits at most

}  // namespace

std::span<const Plug> known_plugs() { return plugs; }

const Plug* find_plug(u32 id) {
    const auto found = std::ranges::find(plugs, id, &Plug::id);
    return found == std::end(plugs) ? nullptr : &*found;
}

const Plug* find_plug(std::string_view name) {
    const auto found = std::ranges::find_if(plugs, [&](const Plug& plug) { return same_word(plug.name, name); });
    return found == std::end(plugs) ? nullptr : &*found;
}

u32 kit_id(std::string_view file_name) {
    if (file_name.starts_with('~')) file_name.remove_prefix(1);
    const std::string path = std::string(user_folder) + std::string(file_name);
    return u32(crc32(0, reinterpret_cast<const Bytef*>(path.data()), uInt(path.size())));
}

bool may_be_kit_id(u32 id) { return id >= first_kit_id; }

std::string plug_shown(u32 id) {
    if (id == 0) return "none";
    const Plug* plug = find_plug(id);
    return plug ? std::string(plug->name) : std::to_string(id);
}

std::optional<u32> plug_value(std::string_view shown) {
    if (shown == "none") return 0;
    if (const Plug* plug = find_plug(shown)) return plug->id;
    u32 number = 0;
    const auto [end, error] = std::from_chars(shown.data(), shown.data() + shown.size(), number);
    if (error == std::errc() && end == shown.data() + shown.size()) return number;
    const bool is_kit = shown.size() > 4 && same_word(shown.substr(shown.size() - 4), ".aif");
    return is_kit ? std::optional(kit_id(shown)) : std::nullopt;
}

}  // namespace groovebench::opz
