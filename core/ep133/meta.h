// /meta.json of a backup: for which machine it is, and when it was made. Source: ep133.md 2.4.
#pragma once

#include <optional>
#include <string>

#include "bytes/problem.h"
#include "schema/schema.h"

namespace groovebench::ep133 {

inline constexpr std::string_view sku_ep133 = "TE032AS001";  // EP-133, also the base of the 128 MB unit
inline constexpr std::string_view sku_ep133_128 = "TE032AS002";
inline constexpr std::string_view sku_ep1320 = "TE032AS005";
inline constexpr std::string_view sku_ep40 = "TE032AS006";

// What a new backup of one project for any EP-133 says.
struct Meta {
    std::string info = "teenage engineering - pak file";
    int pak_version = 1;
    std::string pak_type = "project";
    std::string pak_release = "1.2.0";
    std::string device_name = "EP-133";
    std::string device_sku{sku_ep133};
    std::string device_version = "2.0.5";
    std::string generated_at;  // UTC with milliseconds: "2026-04-26T16:12:57.022Z"
    std::string author = "computer";
    std::optional<std::string> base_sku{std::string(sku_ep133)};  // only where the device reports one
};

// Keys that are missing or of another type are empty.
Result<Meta> open_meta(ByteView file);

// Two spaces of indentation, no newline at the end, keys in the order above: as the official tool writes.
Bytes write_meta(const Meta&);

// Every key we know, for paths, checks and the format's page.
std::span<const Field> meta_keys();

// Findings: values of another kind than their key's.
std::vector<Problem> check_meta(ByteView file);

// "EP-133", "EP-40", "EP-1320"; empty for a machine we do not know.
std::string_view machine_of(const Meta&);

}  // namespace groovebench::ep133
