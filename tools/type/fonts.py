"""Cuts the fonts of public/fonts and writes the style sheet that names them."""

import hashlib
import io
import shutil

from fontTools import subset
from fontTools.ttLib.scaleUpem import scale_upem

import standins
from cuts import CUTS, KHMER_BLOCK, KHMER_SIGNS, LATIN, ROOT, SIGNS, TYPEFACES, Cut

FONTS = ROOT / "public/fonts"
STYLE = ROOT / "style/fonts.css"
SOURCE = ROOT / "src/platform/ui/fonts.rs"

# The originals count 1000 units in an em. Half as many save a tenth of the bytes, and move no point by
# more than a tenth of a pixel in the largest title on the sharpest screen.
UNITS = 500


def main() -> None:
    FONTS.mkdir(parents=True, exist_ok=True)
    for old in FONTS.glob("*.woff2"):
        old.unlink()
    shutil.copyfile(TYPEFACES / "noto-sans-khmer/LICENSE", FONTS / "OFL.txt")
    files = {cut.name: write(cut) for cut in CUTS}
    STYLE.write_text(style(files), encoding="utf-8")
    SOURCE.write_text(source(files), encoding="utf-8")


def write(cut: Cut) -> str:
    """Writes the cut, and returns its name, which holds a hash of its bytes: it may be cached for ever."""
    data = woff2(cut)
    name = f"{cut.name}.{hashlib.sha256(data).hexdigest()[:8]}.woff2"
    (FONTS / name).write_bytes(data)
    print(f"{len(data):6} {name}")
    return name


def woff2(cut: Cut) -> bytes:
    options = subset.Options(
        flavor="woff2",
        hinting=False,
        glyph_names=False,
        name_IDs=[],
        notdef_outline=False,
        recalc_timestamp=False,
        layout_features=["*"],
        layout_scripts=["khmr", "latn", "DFLT"],
    )
    font = subset.load_font(cut.source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in cut.characters for code in range(first, last + 1)])
    subsetter.subset(font)
    scale_upem(font, UNITS)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()


def style(files: dict[str, str]) -> str:
    faces = [face(cut, family, ranges, files[cut.name]) for cut in CUTS for family, ranges in uses(cut)]
    head = "/* Made by tools/fonts, which says why: change that. */\n"
    return head + "\n".join([*faces, *standins.rules(CUTS)]) + "\n"


def source(files: dict[str, str]) -> str:
    """What the head of every page asks for."""
    def constant(name: str, script: str, khmer: bool) -> str:
        addresses = [f'    "/fonts/{files[cut.name]}",\n' for cut in CUTS if (cut.khmer or cut.signs) == khmer]
        return f"/// Titles, text and labels in {script}.\npub const {name}: &[&str] = &[\n{''.join(addresses)}];\n"

    head = "//! Where the fonts are. Made by tools/fonts: change that.\n\n"
    return head + constant("KHMER", "Khmer", True) + "\n" + constant("LATIN", "Latin", False)


def uses(cut: Cut) -> list[tuple[str, list[tuple[int, int]]]]:
    """The families that the cut serves, each with the characters it gives there."""
    latin, khmer = cut.family, f"{cut.family} Khmer"
    if cut.signs:
        return [(khmer, SIGNS)]
    if cut.khmer:
        return [(khmer, [*cut.shared, *KHMER_SIGNS, *KHMER_BLOCK]), (latin, KHMER_BLOCK)]
    beside = next(other for other in CUTS if other.khmer and (other.family, other.weight) == (cut.family, cut.weight))
    taken = [*beside.shared, *KHMER_SIGNS, *(SIGNS if any(signs_of(cut, other) for other in CUTS) else [])]
    return [(latin, LATIN), (khmer, without(LATIN, taken))]


def signs_of(cut: Cut, other: Cut) -> bool:
    return other.signs and (other.family, other.weight) == (cut.family, cut.weight)


def without(ranges: list[tuple[int, int]], taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    left = []
    for first, last in ranges:
        for low, high in sorted(taken):
            if high < first or last < low:
                continue
            if first < low:
                left.append((first, low - 1))
            first = high + 1
        if first <= last:
            left.append((first, last))
    return left


def face(cut: Cut, family: str, ranges: list[tuple[int, int]], file: str) -> str:
    sources = [f'local("{name}")' for name in cut.local] + [f'url("/fonts/{file}") format("woff2")']
    return "\n".join(
        [
            "@font-face {",
            f"  font-family: Samleng {family};",
            f"  font-weight: {cut.weight};",
            "  font-display: swap;",
            "  src: " + ", ".join(sources) + ";",
            "  unicode-range: " + ", ".join(map(unicode_range, sorted(ranges))) + ";",
            "}",
        ]
    )


def unicode_range(span: tuple[int, int]) -> str:
    first, last = span
    return f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"


if __name__ == "__main__":
    main()
