#!/usr/bin/env python3
"""Writes Data/characters/alike.tsv: which characters look or sound alike.

Source: the Unihan database, as Debian's package unicode-data has it (apt: unicode-data), or a folder of its files:
make-characters.py [FOLDER]. Of the common characters of GB 2312 (level 1), `sound` lists those of one reading without its tone (kMandarin), `shape`,
for characters of the classification and the form, those whose four-corner code (kFourCornerCode) or Cangjie code (kCangjie) is the same or one key apart at nearly as many strokes
(kTotalStrokes), or that Unihan itself says are mistaken for one another (kSpoofingVariant).
"""
import bz2
import collections
import glob
import os
import sys
import unicodedata

FOLDER = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
ROOT = os.path.join(os.path.dirname(__file__), "../..")
TARGET = os.path.join(ROOT, "Data/characters/alike.tsv")
WORDS = ["Data/subjects/*.tsv", "Sources/OfficialForm/**/*.swift", "Sources/Consistency/Text/Misprints.swift"]
HEAD = """# Characters of GB 2312, level 1, that sound or look alike, made by scripts/data/make-characters.py from the Unihan database of Unicode 15.0.
# Copyright 1991-2022 Unicode, Inc.; Unicode data files licence, https://www.unicode.org/license.txt (see README.md).
"""


def load(name, fields):
    values = collections.defaultdict(dict)
    with bz2.open(os.path.join(FOLDER, name), "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                if field in fields:
                    values[field][chr(int(code[2:], 16))] = value
    return values


def plain(reading):
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in letters if not unicodedata.combining(c))


def one_apart(first, second):
    if len(first) > len(second):
        first, second = second, first
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second)) <= 1
    return len(second) - len(first) == 1 and any(second[:i] + second[i + 1:] == first for i in range(len(second)))


readings = load("Unihan_Readings.txt.bz2", {"kMandarin"})["kMandarin"]
codes = load("Unihan_DictionaryLikeData.txt.bz2", {"kCangjie", "kFourCornerCode"})
strokes = load("Unihan_IRGSources.txt.bz2", {"kTotalStrokes"})["kTotalStrokes"]
spoofed = load("Unihan_Variants.txt.bz2", {"kSpoofingVariant"})["kSpoofingVariant"]
gb = load("Unihan_OtherMappings.txt.bz2", {"kGB0"})["kGB0"]

characters = sorted(c for c, code in gb.items() if 1601 <= int(code) <= 5589)
words = "".join(open(path, encoding="utf-8").read() for pattern in WORDS for path in glob.glob(os.path.join(ROOT, pattern), recursive=True))
corners = {c: codes["kFourCornerCode"][c].split()[0].split(".")[0] for c in characters if c in codes["kFourCornerCode"]}
keys = {c: codes["kCangjie"][c].split()[0] for c in characters if c in codes["kCangjie"]}
count = {c: int(strokes[c].split()[0]) for c in characters}


def alike(a, b):
    apart = abs(count[a] - count[b])
    if f"U+{ord(b):04X}" in spoofed.get(a, "") or f"U+{ord(a):04X}" in spoofed.get(b, ""):
        return True
    same = sum(x == y for x, y in zip(corners.get(a, ""), corners.get(b, "-----")))
    if same >= 3 and apart <= 1:
        return True
    if a in keys and b in keys and one_apart(keys[a], keys[b]):
        shortest = min(len(keys[a]), len(keys[b]))
        return shortest >= 3 and apart <= 3 or shortest == 2 == max(len(keys[a]), len(keys[b])) and same >= 2 and apart <= 1
    return False


sounds = collections.defaultdict(str)
for c in characters:
    if c in readings:
        sounds[plain(readings[c].split()[0])] += c
with open(TARGET, "w", encoding="utf-8") as file:
    file.write(HEAD)
    for sound, group in sorted(sounds.items()):
        file.write(f"sound\t{sound}\t{group}\n")
    for c in sorted(set(words) & set(characters)):
        group = "".join(other for other in characters if other != c and alike(c, other))
        if group:
            file.write(f"shape\t{c}\t{group}\n")
