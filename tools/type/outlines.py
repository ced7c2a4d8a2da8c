"""Draws the words that no page should load a font for: the wordmark, the language switch's "ខ្មែរ", the icon."""

import io
from dataclasses import dataclass
from pathlib import Path

import pathops
import uharfbuzz
from fontTools.misc.transform import Transform
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from cuts import ROOT, TYPEFACES
from svgpath import written

MOUL = TYPEFACES / "moul/files/moul-khmer-400-normal.woff2"
SANS = TYPEFACES / "noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff2"
OUTLINES = ROOT / "style/outlines"
PUBLIC = ROOT / "public"

# The wordmark and the icon stand outside pages, where style/tokens.css does not reach.
LATERITE, LATERITE_AT_NIGHT = "#8a2f1c", "#ec9a84"
PAPER, INK_ON_LATERITE_AT_NIGHT = "#fbf7ef", "#1a0f0b"


@dataclass(frozen=True)
class Drawing:
    """A word's outline, its top left corner at 0 0."""

    width: int
    height: int
    path: str

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width} {self.height}"


def main() -> None:
    OUTLINES.mkdir(parents=True, exist_ok=True)
    wordmark = drawing(MOUL, "សំឡេង", 256)
    save(OUTLINES / "wordmark.path", f"{wordmark.view_box}\n{wordmark.path}")
    khmer = drawing(SANS, "ខ្មែរ", 120)
    save(OUTLINES / "khmer.path", f"{khmer.view_box}\n{khmer.path}")
    save(PUBLIC / "icon.svg", icon_file(drawing(MOUL, "ស", 46)))


def save(file: Path, text: str) -> None:
    file.write_text(text + "\n", encoding="utf-8")
    print(f"{len(text):6} {file.name}")


def icon_file(letter: Drawing) -> str:
    left, top = (64 - letter.width) // 2, (64 - letter.height) // 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f"<style>@media (prefers-color-scheme: dark) {{ "
        f"rect {{ fill: {LATERITE_AT_NIGHT} }} path {{ fill: {INK_ON_LATERITE_AT_NIGHT} }} }}</style>"
        f'<rect width="64" height="64" rx="10" fill="{LATERITE}"/>'
        f'<path fill="{PAPER}" transform="translate({left} {top})" d="{letter.path}"/></svg>'
    )


def drawing(typeface: Path, word: str, width: int) -> Drawing:
    outline = shaped(typeface, word)
    left, bottom, right, top = outline.bounds
    scale = width / (right - left)
    placed = RecordingPen()
    outline.draw(TransformPen(placed, Transform(scale, 0, 0, -scale, -left * scale, top * scale)))
    return Drawing(width, round((top - bottom) * scale), written(placed))


def shaped(typeface: Path, word: str) -> pathops.Path:
    """The word as one outline without overlaps, in the typeface's units."""
    font = TTFont(typeface)
    font.flavor = None
    data = io.BytesIO()
    font.save(data)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(uharfbuzz.Face(data.getvalue())), buffer)

    outline, glyphs, names, x = pathops.Path(), font.getGlyphSet(), font.getGlyphOrder(), 0
    for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        place = Transform().translate(x + position.x_offset, position.y_offset)
        glyphs[names[glyph.codepoint]].draw(TransformPen(outline.getPen(glyphSet=glyphs), place))
        x += position.x_advance
    outline.simplify(keep_starting_points=True)
    return outline


if __name__ == "__main__":
    main()
