"""An outline as a short SVG path: neighbouring curves joined, every number whole and relative."""

from fontTools.pens.recordingPen import RecordingPen
from fontTools.qu2cu import quadratic_to_curves

# How far a joined curve may stray from the typeface's own, in units of the drawing.
TOLERANCE = 0.5

Point = tuple[int, int]
Segment = tuple[tuple[float, float], ...]


def written(outline: RecordingPen) -> str:
    path, here = "", (0, 0)
    for contour in contours(outline):
        start = rounded(contour[0][0])
        path += "m" + numbers([difference(start, here)])
        here, last = start, "m"
        for segment in contour:
            points = [rounded(point) for point in segment[1:]]
            if all(point == here for point in points):
                continue
            verb, step = command(here, points)
            # A letter that repeats is left out; it would be read as a line after "m".
            path += step if verb != last else separated(step[1:])
            here, last = points[-1], verb
        path += "z"
        here = start
    return path


def contours(outline: RecordingPen) -> list[list[Segment]]:
    """Each contour as segments: the two points of a line, the three or four of a curve."""
    found: list[list[Segment]] = []
    curves: list[Segment] = []
    here = (0.0, 0.0)
    for verb, points in outline.value:
        if verb != "qCurveTo" and curves:
            found[-1].extend(quadratic_to_curves(curves, TOLERANCE))
            curves = []
        if verb == "moveTo":
            found.append([])
        elif verb == "lineTo":
            found[-1].append((here, points[0]))
        elif verb == "qCurveTo":
            curves.append((here, *points))
        if points:
            here = points[-1]
    return [contour for contour in found if contour]


def command(here: Point, points: list[Point]) -> tuple[str, str]:
    steps = [difference(point, here) for point in points]
    (x, y) = steps[-1]
    if len(steps) > 1:
        verb = "q" if len(steps) == 2 else "c"
        return verb, verb + numbers(steps)
    if y == 0:
        return "h", f"h{x}"
    if x == 0:
        return "v", f"v{y}"
    return "l", "l" + numbers(steps)


def numbers(points: list[Point]) -> str:
    text = ""
    for number in (number for point in points for number in point):
        text += separated(str(number)) if text else str(number)
    return text


def separated(text: str) -> str:
    """A minus sign is separator enough."""
    return text if text.startswith("-") else " " + text


def rounded(point: tuple[float, float]) -> Point:
    return round(point[0]), round(point[1])


def difference(point: Point, start: Point) -> Point:
    return point[0] - start[0], point[1] - start[1]
