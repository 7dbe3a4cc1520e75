#!/usr/bin/env python3
"""Makes the seeds of the fuzz targets beside itself, with Python's own zip and tar code: python3 make_seeds.py

They are also what the tests open as archives of another program. Deterministic: the same bytes each time.
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


class Stream(io.RawIOBase):
    """A file that cannot seek, so that zipfile writes data descriptors."""

    def __init__(self):
        super().__init__()
        self.data = b""

    def writable(self):
        return True

    def write(self, data):
        self.data += bytes(data)
        return len(data)


def fill(archive, wide=False):
    for name, text in (("AUDIO/kick.txt", b"boom " * 40), ("caf\u00e9.txt", b"latte"), ("EMPTY/", b"")):
        with archive.open(zipfile.ZipInfo(name), "w", force_zip64=wide) as member:
            member.write(text)


def zips():
    for name, method, comment in (("stored", 0, b""), ("deflated", 8, b""), ("comment", 8, b"made for tests")):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            fill(archive)
            archive.comment = comment
        write("zip/" + name, out.getvalue())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", 8) as archive:
        fill(archive, wide=True)
    write("zip/zip64", out.getvalue())
    out = Stream()
    with zipfile.ZipFile(out, "w", 8) as archive:
        fill(archive)
    write("zip/descriptors", out.data)


def tars():
    for name, kind in (("ustar", tarfile.USTAR_FORMAT), ("gnu", tarfile.GNU_FORMAT)):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w", format=kind) as archive:
            folder = tarfile.TarInfo("pads")
            folder.type = tarfile.DIRTYPE
            archive.addfile(folder)
            pad = tarfile.TarInfo("./pads/p01")
            pad.size = 27
            archive.addfile(pad, io.BytesIO(bytes(27)))
        write("tar/" + name, out.getvalue()[:3072])


def wav(tag, channels, bits, data):
    frame = channels * bits // 8
    form = struct.pack("<HHIIHH", tag, channels, 44100, 44100 * frame, frame, bits)
    body = b"WAVEfmt " + struct.pack("<I", 16) + form + b"junk" + struct.pack("<I", 3) + b"abc\0"
    body += b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def aiff(kind, letters, bits, frames, data):
    common = struct.pack(">HIH", 1, frames, bits) + bytes.fromhex("400eac44000000000000") + letters
    body = kind + b"COMM" + struct.pack(">I", len(common)) + common
    body += b"SSND" + struct.pack(">III", len(data) + 8, 0, 0) + data
    return b"FORM" + struct.pack(">I", len(body)) + body


def sounds():
    data = bytes(range(48))
    for name, tag, channels, bits in (("pcm16", 1, 2, 16), ("pcm24", 1, 1, 24), ("float", 3, 1, 32), ("pcm8", 1, 1, 8)):
        write("wav/" + name, wav(tag, channels, bits, data))
    write("aiff/pcm16", aiff(b"AIFF", b"", 16, 24, data))
    write("aiff/pcm24", aiff(b"AIFF", b"", 24, 16, data))
    write("aiff/sowt", aiff(b"AIFC", b"sowt\0\0", 16, 24, data))
    write("aiff/fl32", aiff(b"AIFC", b"fl32\0\0", 32, 12, data))


def octatrack():
    """A project text with one sample, and changes to the four kinds of binary files (see fuzz_octatrack_files.cpp)."""
    ruler = "#" * 28
    lines = [ruler, "# Project Settings", ruler, "", "[META]", "TYPE=OCTATRACK DPS-1 PROJECT", "VERSION=19", "OS_VERSION=R0177     1.40B", "[/META]", "",
             "[SETTINGS]", "TEMPOx24=2880", "MASTER_TRACK=0", "[/SETTINGS]", "", "[STATES]", "BANK=0", "[/STATES]", "",
             "[SAMPLE]", "TYPE=FLEX", "SLOT=001", "PATH=../AUDIO/a.wav", "TRIM_BARSx100=400", "TSMODE=2", "LOOPMODE=1", "GAIN=48",
             "TRIGQUANTIZATION=-1", "[/SAMPLE]", "", ruler, ""]
    write("project/small", "".join(line + "\r\n" for line in lines).encode("latin-1"))
    for kind, name in enumerate(("bank", "markers", "arrangement", "settings")):
        write("octatrack_files/" + name, bytes([kind, 0, 0, 0x1F, 1, 0, 2, 0x33, 0xFF]))


def opz():
    """Changes to a project of an OP-Z (see fuzz_opz.cpp): a note, a chain, a component; a small kit, settings and a log."""
    note, chain, mask = 572 + 192 + 4, 4, 572 + 7232
    write("opz/changes", b"".join(at.to_bytes(3, "big") + bytes([value]) for at, value in ((note, 53), (chain, 2), (mask, 4))))
    write("opz/without_revision", note.to_bytes(3, "big") + bytes([60, 0]))
    numbers = lambda count, value: "[ " + ", ".join([str(value)] * count) + " ]"
    text = "op-1{ " + ", ".join('"%s" : %s' % pair for pair in (
        ("drum_version", 3), ("end", numbers(24, 16232)), ("name", '"user"'), ("pitch", numbers(24, 0)), ("playmode", numbers(24, 8192)),
        ("reverse", numbers(24, 8192)), ("start", numbers(24, 0)), ("type", '"drum"'), ("volume", numbers(24, 8192)))) + " } "
    common = struct.pack(">HIH", 1, 4, 16) + bytes([0x40, 0x0E, 0xAC, 0x44, 0, 0, 0, 0, 0, 0])
    chunks = b"".join(letters + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)
                      for letters, data in ((b"COMM", common), (b"APPL", text.encode()), (b"SSND", bytes(16))))
    write("opz_kit/kit", b"FORM" + struct.pack(">I", len(chunks) + 4) + b"AIFF" + chunks)
    write("opz_kit/settings", b'{\n\t"midi_echo" : false,\n\t"track_channels" : [ 0, 1, 2 ]\n}\n')
    write("opz_kit/log", b"[IMPORT STARTED]\n  importing config/dmx.json...INVALID\n[IMPORT COMPLETE]\n")


zips()
tars()
sounds()
octatrack()
opz()
