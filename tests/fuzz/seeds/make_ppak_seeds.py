#!/usr/bin/env python3
"""Makes the seeds of fuzz_ppak, fuzz_ep133_files and fuzz_convert beside itself, from the format references: python3 make_ppak_seeds.py

Deterministic: the same bytes each time.
"""
import io
import os
import struct
import tarfile
import zipfile

here = os.path.dirname(os.path.abspath(__file__))


def write(path, data):
    path = os.path.join(here, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        out.write(data)


def pattern():
    notes = [(0, 0x48, 60, 100, 24), (48, 0x00, 64, 90, 384)]
    return b"\0\1" + struct.pack("<H", 3) + b"".join(struct.pack("<HBBBHB", *note, 0) for note in notes) + b"\x60\0\1\5\0\xff\x7f\6"


def scenes():
    rows = b"\1\1\1\1\4\4" + b"\0\0\0\0\4\4" * 98
    return b"\0" * 5 + b"\4\4" + rows + b"\0\0\0\1" + bytes(7) + b"\1\1" + bytes(98)


def settings():
    return bytes(4) + struct.pack("<f", 120) + bytes(16) + struct.pack("<f", -1) * 48 + bytes(4) + b"\0\2"


def pad(slot, length):
    return struct.pack("<BHBIIfBbbBBBBBBbB", 0, slot, 0, 0, length, 0, 100, 0, 0, 0, 255, 0, 0, 0, 60, 0, 0)


def sound():
    text = b'{"sound.playmode":"oneshot","sound.rootnote":60,"sound.pitch":0}'
    info = b"INFOTNGE" + struct.pack("<I", len(text)) + text
    body = b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 46875, 93750, 2, 16) + b"smpl" + struct.pack("<I", 36) + bytes(36)
    body += b"LIST" + struct.pack("<I", len(info)) + info + b"data" + struct.pack("<I", 16) + bytes(range(16))
    return b"RIFF" + struct.pack("<I", len(body)) + body


def project():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in (("pads/a/p01", pad(700, 8)), ("patterns/a01", pattern()), ("scenes", scenes()), ("settings", settings())):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()[:6144]


meta = b'{\n  "info": "teenage engineering - pak file",\n  "pak_version": 1,\n  "device_sku": "TE032AS001"\n}'
backup = io.BytesIO()
with zipfile.ZipFile(backup, "w", 8) as zipped:
    for member_name, member_data in (("/projects/P01.tar", project()), ("/sounds/700 kick.wav", sound()), ("/meta.json", meta)):
        zipped.writestr(zipfile.ZipInfo(member_name), member_data)
for seed, content in (("pattern", pattern()), ("scenes", scenes()), ("settings", settings()), ("sound", sound()), ("tar", project()),
                      ("meta", meta), ("backup", backup.getvalue())):
    write("ppak/" + seed, content)
fx = bytes(4) + b"\2" + bytes(3) + struct.pack("<f", 0.5) * 34
kinds = (backup.getvalue(), project(), pad(700, 8), pattern(), scenes(), settings(), fx, meta, sound())
for number, content in enumerate(kinds):
    write(f"ep133_files/{number}", bytes([number]) + content)

# A part of zeros with FLEX machines, and a pattern whose first track has trigs; see fuzz_convert.cpp.
part = bytearray(51)
part[43:51] = bytes([1] * 8)
first_track = b"TRAC" + bytes(4) + b"\0" + struct.pack(">Q", 0x1111) + bytes(56) + b"\xaa" * 8 + bytes(8) + b"\x10\x02\x05\xff"
write("convert/trigs", bytes([4, 0, 255]) + bytes(part).ljust(64, b"\0") + b"PTRN" + bytes(4) + first_track)
