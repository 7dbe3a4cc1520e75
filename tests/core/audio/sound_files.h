// Sound files put together byte by byte, for the tests of the readers.
#pragma once

#include <string>

#include "bytes/integers.h"

namespace groovebench::test {

inline void put(Bytes& out, std::string_view text) { out.insert(out.end(), bytes_of(text).begin(), bytes_of(text).end()); }

template <class T>
void put_number(Bytes& out, typename T::Value value) {
    T stored;
    stored = value;
    const ByteView bytes = std::as_bytes(std::span(&stored, 1));
    out.insert(out.end(), bytes.begin(), bytes.end());
}

template <class Size>
void put_chunk(Bytes& out, std::string_view id, const Bytes& bytes) {
    put(out, id);
    put_number<Size>(out, u32(bytes.size()));
    out.insert(out.end(), bytes.begin(), bytes.end());
    if (bytes.size() % 2) out.push_back(std::byte{0});
}

inline Bytes raw(std::initializer_list<int> values) {
    Bytes bytes;
    for (const int value : values) bytes.push_back(std::byte(value));
    return bytes;
}

inline Bytes wav_format(u16 tag, u16 channels, u32 rate, u16 bits) {
    Bytes out;
    put_number<le16>(out, tag);
    put_number<le16>(out, channels);
    put_number<le32>(out, rate);
    put_number<le32>(out, rate * channels * ((bits + 7) / 8));
    put_number<le16>(out, u16(channels * ((bits + 7) / 8)));
    put_number<le16>(out, bits);
    return out;
}

inline Bytes with_form(std::string_view form, std::string_view type, const Bytes& chunks) {
    Bytes out;
    put(out, form);
    const u32 size = u32(chunks.size() + 4);
    if (form == "RIFF")
        put_number<le32>(out, size);
    else
        put_number<be32>(out, size);
    put(out, type);
    out.insert(out.end(), chunks.begin(), chunks.end());
    return out;
}

inline Bytes wav(const Bytes& format, const Bytes& data) {
    Bytes chunks;
    put_chunk<le32>(chunks, "fmt ", format);
    put_chunk<le32>(chunks, "data", data);
    return with_form("RIFF", "WAVE", chunks);
}

// 44100 Hz as an 80-bit float is 40 0E AC 44 and zeros. `letters` is AIFC's compression, empty for AIFF.
inline Bytes aiff(u16 channels, u16 bits, u32 frames, const Bytes& data, std::string_view letters = "") {
    Bytes common, sound = raw({0, 0, 0, 0, 0, 0, 0, 0}), chunks;
    put_number<be16>(common, channels);
    put_number<be32>(common, frames);
    put_number<be16>(common, bits);
    const Bytes rate = raw({0x40, 0x0E, 0xAC, 0x44, 0, 0, 0, 0, 0, 0});
    common.insert(common.end(), rate.begin(), rate.end());
    if (!letters.empty()) put(common, std::string(letters) + std::string(2, '\0'));
    sound.insert(sound.end(), data.begin(), data.end());
    put_chunk<be32>(chunks, "COMM", common);
    put_chunk<be32>(chunks, "SSND", sound);
    return with_form("FORM", letters.empty() ? "AIFF" : "AIFC", chunks);
}

}  // namespace groovebench::test
