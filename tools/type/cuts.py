"""What is cut out of which typeface, and where each cut is used.

Khmer and Latin stand in separate files, so that an English page loads no Khmer. Both scripts share
space, figures and punctuation, so each language has families of its own: in a Khmer text the shared
characters come from the Khmer file (a Khmer title needs no Latin file), elsewhere from the Latin one.
"""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TYPEFACES = ROOT / ".tools/type/node_modules/@fontsource"

# U+17A3, 17A4, 17D3, 17D8 are deprecated; U+17DC, 17DD and the divination and lunar signs are not in use.
KHMER = [(0x1780, 0x17A2), (0x17A5, 0x17D2), (0x17D4, 0x17D7), (0x17D9, 0x17DB), (0x17E0, 0x17E9)]
# No-break space, guillemets, break hints and joiners, the dotted circle of a sign without its letter.
KHMER_SIGNS = [(0xA0, 0xA0), (0xAB, 0xAB), (0xBB, 0xBB), (0x200B, 0x200D), (0x25CC, 0x25CC)]
# For "English" in the head of every Khmer page, and the names and web addresses in its texts.
MARKS_FIGURES_AND_LETTERS = [(0x20, 0x7E)]
# What else many Khmer pages have and the Khmer typeface lacks, first of all the ç of "Français" in their head: a file of its
# own, in place of all of Latin.
SIGNS = [(0xB7, 0xB7), (0xE7, 0xE7), (0x2013, 0x2013), (0x2018, 0x2019), (0x201C, 0x201D)]
# For "KUA 7/26" and "UPR" in the weights that a Khmer page has no Latin file for.
MARKS_FIGURES_AND_CAPITALS = [(0x20, 0x5A)]
LATIN = [(0x20, 0x7E), (0xA0, 0xFF), (0x152, 0x153), (0x2010, 0x203A), (0x20AC, 0x20AC)]

# What the style sheet says a Khmer file holds: the whole block, in one range.
KHMER_BLOCK = [(0x1780, 0x17FF)]


@dataclass(frozen=True)
class Cut:
    name: str
    typeface: str
    weight: int
    family: str
    local: tuple[str, ...]
    khmer: bool
    shared: tuple[tuple[int, int], ...] = ()
    # Nothing but SIGNS, of Latin, for Khmer pages.
    signs: bool = False

    @property
    def source(self) -> Path:
        script = "khmer" if self.khmer else "latin"
        return TYPEFACES / self.typeface / f"files/{self.typeface}-{script}-{self.weight}-normal.woff2"

    @property
    def characters(self) -> list[tuple[int, int]]:
        if self.signs:
            return SIGNS
        return [*KHMER, *KHMER_SIGNS, *self.shared] if self.khmer else LATIN


CUTS = [
    Cut(
        "sans-km",
        "noto-sans-khmer",
        400,
        "Sans",
        ("Noto Sans Khmer", "NotoSansKhmer-Regular"),
        True,
        tuple(MARKS_FIGURES_AND_LETTERS),
    ),
    Cut(
        "sans-km-600",
        "noto-sans-khmer",
        600,
        "Sans",
        ("Noto Sans Khmer SemiBold", "NotoSansKhmer-SemiBold"),
        True,
        tuple(MARKS_FIGURES_AND_CAPITALS),
    ),
    Cut(
        "serif-km",
        "noto-serif-khmer",
        600,
        "Serif",
        ("Noto Serif Khmer SemiBold", "NotoSerifKhmer-SemiBold"),
        True,
        tuple(MARKS_FIGURES_AND_CAPITALS),
    ),
    Cut("sans", "noto-sans-khmer", 400, "Sans", ("Noto Sans Regular", "NotoSans-Regular"), False),
    Cut("signs", "noto-sans-khmer", 400, "Sans", (), False, signs=True),
    Cut("sans-600", "noto-sans-khmer", 600, "Sans", ("Noto Sans SemiBold", "NotoSans-SemiBold"), False),
    Cut("serif", "noto-serif-khmer", 600, "Serif", ("Noto Serif SemiBold", "NotoSerif-SemiBold"), False),
]
