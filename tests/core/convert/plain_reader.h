// A second reader of ZIP and TAR, written from the format references alone and sharing no code with the
// core: what it finds in a file of ours is what others will find.
#pragma once

#include <zlib.h>

#include <cstring>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace plain {

using Octets = std::vector<unsigned char>;

inline unsigned little(const Octets& file, std::size_t at, int bytes) {
    unsigned value = 0;
    for (int i = bytes - 1; i >= 0; i--) value = value << 8 | file.at(at + std::size_t(i));
    return value;
}

struct Member {
    std::string name;
    Octets bytes;
};

inline Octets inflated(const Octets& file, std::size_t at, unsigned packed, unsigned size) {
    Octets out(size + 1);
    z_stream stream{};
    if (inflateInit2(&stream, -15) != Z_OK) throw std::runtime_error("inflate");
    stream.next_in = const_cast<unsigned char*>(file.data() + at), stream.avail_in = packed;
    stream.next_out = out.data(), stream.avail_out = size + 1;
    const int end = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    if (end != Z_STREAM_END || stream.total_out != size) throw std::runtime_error("a stream of another length");
    out.resize(size);
    return out;
}

// The members by the central directory, each checked against its CRC and its local header.
inline std::vector<Member> unzip(const Octets& file) {
    const std::size_t end = file.size() - 22;
    if (little(file, end, 4) != 0x06054B50) throw std::runtime_error("no end record");
    std::vector<Member> members;
    std::size_t at = little(file, end + 16, 4);
    for (unsigned left = little(file, end + 10, 2); left; left--) {
        if (little(file, at, 4) != 0x02014B50) throw std::runtime_error("no directory record");
        const unsigned method = little(file, at + 10, 2), crc = little(file, at + 16, 4), packed = little(file, at + 20, 4);
        const unsigned size = little(file, at + 24, 4), name = little(file, at + 28, 2), local = little(file, at + 42, 4);
        if (little(file, local, 4) != 0x04034B50 || little(file, local + 26, 2) != name)
            throw std::runtime_error("no local header");
        if (!(little(file, at + 8, 2) & 0x800)) throw std::runtime_error("no UTF-8 flag");
        const std::size_t data = local + 30 + name + little(file, local + 28, 2);
        Member member{std::string(file.begin() + long(at) + 46, file.begin() + long(at) + 46 + long(name)), {}};
        if (method == 0)
            member.bytes.assign(file.begin() + long(data), file.begin() + long(data + size));
        else if (method == 8)
            member.bytes = inflated(file, data, packed, size);
        else
            throw std::runtime_error("another method");
        if (crc32(0, member.bytes.data(), unsigned(member.bytes.size())) != crc) throw std::runtime_error("a wrong CRC");
        members.push_back(std::move(member));
        at += 46 + name + little(file, at + 30, 2) + little(file, at + 32, 2);
    }
    return members;
}

// The members of a V7 archive in order; the name of a folder ends with "/". The rules of ep133.md 4.2 hold.
inline std::vector<Member> untar(const Octets& file) {
    std::vector<Member> members;
    std::size_t at = 0;
    for (; at + 512 <= file.size() && file[at]; at += 512) {
        unsigned sum = 0;
        for (std::size_t i = 0; i < 512; i++) sum += i >= 148 && i < 156 ? ' ' : file[at + i];
        if (std::stoul(std::string(file.begin() + long(at) + 148, file.begin() + long(at) + 156), nullptr, 8) != sum)
            throw std::runtime_error("a wrong checksum");
        for (std::size_t i = 257; i < 512; i++)
            if (file[at + i]) throw std::runtime_error("no V7 header");
        for (std::size_t i = 108; i < 124; i++)
            if (file[at + i]) throw std::runtime_error("an owner");
        const bool folder = file[at + 156] == '5';
        const std::size_t size =
            folder ? 0 : std::stoul(std::string(file.begin() + long(at) + 124, file.begin() + long(at) + 136), nullptr, 8);
        std::string name(reinterpret_cast<const char*>(file.data() + at));
        members.push_back(
            {folder ? name + "/" : name, Octets(file.begin() + long(at) + 512, file.begin() + long(at + 512 + size))});
        at += (size + 511) / 512 * 512;
    }
    if (file.size() != at + 1024) throw std::runtime_error("an end that is not two blocks");
    return members;
}

inline std::map<std::string, Octets> by_name(const std::vector<Member>& members) {
    std::map<std::string, Octets> map;
    for (const Member& member : members) map[member.name] = member.bytes;
    return map;
}

}  // namespace plain
