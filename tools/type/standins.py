"""Faces that a device already has, fitted to ours, so that nothing moves when ours arrive.

Heights are ours outright. Widths are measured on text, against typefaces that have the widths of
the system's own: Arimo those of Arial, Gelasio those of Georgia. The Khmer faces of Windows and Apple
can't be had here: they get our heights, and their own widths.
"""

from dataclasses import dataclass

from fontTools.ttLib import TTFont

from cuts import TYPEFACES, Cut

SAMPLE = (
    "Officials told villagers to take down their homes by 8 December. They were offered no compensation, "
    "and no land that people can live on. Write to the Minister of Land Management, and 4 more. "
    "Les autorités ont dit aux habitants de démonter leurs maisons avant le 8 décembre. Écrire la lettre."
)


@dataclass(frozen=True)
class StandIn:
    family: str
    stands_for: str
    local: tuple[str, ...]
    measured_on: tuple[str, int] | None


STAND_INS = [
    StandIn("Arial Fitted", "sans", ("Arial", "ArialMT", "Liberation Sans"), ("arimo", 400)),
    StandIn("Arial Fitted", "sans-600", ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold"), ("arimo", 700)),
    StandIn("Roboto Fitted", "sans", ("Roboto", "Roboto-Regular"), ("roboto", 400)),
    StandIn("Roboto Fitted", "sans-600", ("Roboto Bold", "Roboto-Bold"), ("roboto", 700)),
    StandIn("Georgia Fitted", "serif", ("Georgia Bold", "Georgia-Bold"), ("gelasio", 700)),
    StandIn("Noto Fitted", "serif", ("Noto Serif Bold", "NotoSerif-Bold"), ("noto-serif", 700)),
    StandIn("Khmer Fitted", "sans-km", ("Noto Sans Khmer UI", "Khmer Sangam MN", "Leelawadee UI", "Khmer UI"), None),
]


def rules(cuts: list[Cut]) -> list[str]:
    by_name = {cut.name: cut for cut in cuts}
    return [rule(stand_in, by_name[stand_in.stands_for]) for stand_in in STAND_INS]


def rule(stand_in: StandIn, cut: Cut) -> str:
    mine = TTFont(cut.source)
    height = mine["head"].unitsPerEm
    adjust = 1.0
    if stand_in.measured_on:
        typeface, weight = stand_in.measured_on
        theirs = TTFont(TYPEFACES / typeface / f"files/{typeface}-latin-{weight}-normal.woff2")
        adjust = width(mine) / width(theirs)
    # size-adjust scales the heights too, so they are divided by it.
    ascent = mine["hhea"].ascent / height / adjust
    descent = -mine["hhea"].descent / height / adjust
    size = [f"  size-adjust: {adjust:.1%};"] if stand_in.measured_on else []
    return "\n".join(
        [
            "@font-face {",
            f"  font-family: {stand_in.family};",
            f"  font-weight: {cut.weight};",
            "  src: " + ", ".join(f'local("{name}")' for name in stand_in.local) + ";",
            *size,
            f"  ascent-override: {ascent:.1%};",
            f"  descent-override: {descent:.1%};",
            "  line-gap-override: 0%;",
            "}",
        ]
    )


def width(font: TTFont) -> float:
    """The sample's width in ems, without kerning."""
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    return sum(advances[glyphs[ord(character)]][0] for character in SAMPLE) / font["head"].unitsPerEm
