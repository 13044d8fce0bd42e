# Makes the fonts of letters out of Noto Sans. Run once after that package changes: see README.md beside this file.
import json
import subprocess
import sys
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.otlLib.builder import buildLookup, buildSinglePos
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otBase import ValueRecord

here = Path(__file__).parent
noto = here / "../../../node_modules/@expo-google-fonts/noto-sans"
family = "Buergerbuero Sans"
punctuation = "–—‘’‚“”„†…‰‹›€−←→"

# Readers guess blanks from gaps: pdf.js where anything stands right of a mark's letter, pdftotext after a tenth of the
# size, and it takes what starts within a tenth for a second print. So a mark starts inside its letter, as narrow as this.
inside, mark_width, widest_kerning = 150, 80, 90

# The second column of the list says char or seq, the third holds code points.
entries = [
    (kind, "".join(chr(int(point, 16)) for point in points.split()))
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").strip().split("\n")
    for _, kind, points, *_ in [[column.strip() for column in line.split(";")]]
]
characters = {c for _, text in entries for c in text if c >= " "} | set(punctuation)
characters |= set(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)]))
# Of K͟H only K͟: the macron reaches over to the next letter by itself.
sequences = sorted({text.rstrip("Hh") for kind, text in entries if kind == "seq"})
bases = sorted({text[0] for text in sequences})
marks = sorted({text[1:] for text in sequences})


def shaped(source, text):
    """Where HarfBuzz puts the glyphs of a text by Noto's own rules."""
    command = ["hb-shape", "--no-clusters", "--output-format=json", str(source), text]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def add_mark(font, name, glyphs):
    pen = TTGlyphPen(font.getGlyphSet())
    for glyph in glyphs:
        pen.addComponent(glyph["g"], (1, 0, 0, 1, glyph["dx"] + inside, glyph["dy"]))
    font["glyf"][name] = pen.glyph()
    font["glyf"][name].recalcBounds(font["glyf"])
    font["hmtx"][name] = (mark_width, font["glyf"][name].xMin)


def name_of(text):
    return "din" + "".join(f"_{ord(c):04X}" for c in text)


def rules_for(font, source):
    """The n-th alternate of a mark, or of two marks together, is drawn for the n-th base letter."""
    glyph_of, alternates, pairs, dotless = font.getBestCmap(), {}, [], set()
    for mark in marks:
        glyph = glyph_of[ord(mark[0])]
        if len(mark) > 1:
            pairs.append(f"sub {' '.join(glyph_of[ord(c)] for c in mark)} by {name_of(mark)};")
            glyph = name_of(mark)
        alternates[glyph] = [glyph] * len(bases)
        for place, base in enumerate(bases):
            if base + mark in sequences:
                (letter, *drawn), name = shaped(source, base + mark), name_of(base + mark)
                add_mark(font, name, drawn)
                alternates[glyph][place] = name
                if len(mark) > 1:
                    add_mark(font, glyph, drawn)
                if letter["g"] != glyph_of[ord(base)]:
                    dotless.add(f"sub {glyph_of[ord(base)]} by {letter['g']};")
    chosen = [f"sub {glyph} from [{' '.join(others)}];" for glyph, others in alternates.items()]
    rules = {"ccmp": pairs, "salt": chosen, "dtls": sorted(dotless)}
    return "\n".join(f"feature {tag} {{ {' '.join(rules[tag])} }} {tag};" for tag in rules)


def place_marks(font):
    """The next letter stands where it would without the mark, less one unit."""
    table, place = font["GPOS"].table, ValueRecord()
    place.XPlacement, place.XAdvance = -inside, -mark_width - 1
    placed = {name: place for name in font.getGlyphOrder() if name.startswith("din_")}
    table.LookupList.Lookup.append(buildLookup(buildSinglePos(placed, font.getReverseGlyphMap())))
    for record in table.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex.append(len(table.LookupList.Lookup) - 1)


def limit_kerning(font):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in [getattr(table, "ExtSubTable", table) for table in lookup.SubTable]:
            pairs = [pair for row in getattr(table, "PairSet", []) for pair in row.PairValueRecord]
            pairs += [pair for row in getattr(table, "Class1Record", []) for pair in row.Class2Record]
            for value in [pair.Value1 for pair in pairs if pair.Value1]:
                value.XAdvance = min(value.XAdvance, widest_kerning)


def rename(font, style):
    """Changed fonts do not carry the name of Noto; copyright and licence stay."""
    full = f"{family} {style}"
    kept = {id: font["name"].getDebugName(id) for id in (0, 13, 14)}
    names = {1: full, 2: "Regular", 3: f"{full}, made from Noto Sans 2.015", 4: full, 5: "Version 2.015",
             6: full.replace(" ", ""), 16: family, 17: style}
    font["name"].names = []
    for id, text in sorted((kept | names).items()):
        font["name"].setName(text, id, 3, 1, 0x409)


def make(source, style):
    font = TTFont(source, recalcTimestamp=False)
    rules = rules_for(font, source)
    for table in ("GSUB", "STAT"):
        del font[table]
    addOpenTypeFeaturesFromString(font, rules, tables=["GSUB"])
    subsetter = Subsetter(Options(layout_features=["ccmp", "salt", "dtls", "kern"], name_IDs=["*"], hinting=False))
    subsetter.populate(unicodes=map(ord, characters))
    subsetter.subset(font)
    place_marks(font)
    limit_kerning(font)
    rename(font, style)
    return font


for weight, style in (("400Regular", "Regular"), ("600SemiBold", "SemiBold")):
    file = here / f"buergerbuero-sans-{weight[:3]}.ttf"
    make(noto / weight / f"NotoSans_{weight}.ttf", style).save(file)
    print(f"{file.name} {file.stat().st_size / 1024:.1f} KB")
(here / "bases.typ").write_text(
    "// Written by make.py: the letters that take marks, in the order of the alternates in the fonts.\n"
    f'#let bases = "{"".join(bases)}"\n',
    encoding="utf-8",
)
