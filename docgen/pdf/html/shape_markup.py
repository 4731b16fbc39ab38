"""Shape markup: rules, outlines and pictures → HTML boxes and SVG."""

from __future__ import annotations

import base64
from html import escape

from docgen.pdf.decimals import number
from docgen.pdf.html.style_sheet import StyleSheet
from docgen.pdf.pages import UNNAMED, Fill, Image, Path, Rule, Step


def rule_markup(rule: Rule, sheet: StyleSheet) -> str:
    """A solid rule as a filled box, a dashed one as an outline."""
    if rule.dash:
        steps: tuple[Step, ...] = (("M", (rule.x1, rule.y1)), ("L", (rule.x2, rule.y2)))
        return path_markup(Path(steps, stroke=rule.color, width=rule.width, dash=rule.dash))
    half = rule.width / 2
    if rule.y1 == rule.y2:
        return area_markup(Fill(rule.x1, rule.y1 - half, rule.x2 - rule.x1, rule.width, rule.color), sheet)
    return area_markup(Fill(rule.x1 - half, rule.y1, rule.width, rule.y2 - rule.y1, rule.color), sheet)


def area_markup(fill: Fill, sheet: StyleSheet) -> str:
    """A filled rectangle."""
    name = sheet.class_of(f"background:{fill.color}")
    return f'<i class="{name}" style="{box_style(fill.x, fill.y, fill.width, fill.height)}"></i>'


def path_markup(path: Path) -> str:
    """An outline as SVG in a box that holds all of its points and its stroke."""
    if not path.steps or not (path.fill or path.stroke):
        return ""
    bounds = _bounds(path)
    return f'<svg style="{box_style(*bounds)}" {_drawing(path, bounds)}</svg>'


def figure_markup(path: Path) -> str:
    """An outline that says what it shows, as a picture: only that has a description."""
    if not path.steps or not (path.fill or path.stroke):
        return ""
    bounds = _bounds(path)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {_drawing(path, bounds)}</svg>'
    data = base64.b64encode(svg.encode()).decode("ascii")
    return f'<img alt="{escape(path.alt)}" style="{box_style(*bounds)}" src="data:image/svg+xml;base64,{data}">'


def _drawing(path: Path, bounds: tuple[float, float, float, float]) -> str:
    """What stands in the SVG, from its attributes on."""
    outline = "".join(f"{kind}{' '.join(map(number, values))}" for kind, values in path.steps)
    look = f'fill="{path.fill or "none"}"'
    if path.stroke:
        look += _stroke(path)
    if path.alpha < 1:
        look += f' fill-opacity="{number(path.alpha)}" stroke-opacity="{number(path.alpha)}"'
    return f'viewBox="{" ".join(map(number, bounds))}"><path d="{outline}" {look}/>'


def _stroke(path: Path) -> str:
    look = f' stroke="{path.stroke}" stroke-width="{number(path.width)}" stroke-miterlimit="10"'
    if path.cap:
        look += f' stroke-linecap="{path.cap}"'
    if path.join:
        look += f' stroke-linejoin="{path.join}"'
    if path.dash:
        look += f' stroke-dasharray="{" ".join(map(number, path.dash))}"'
    return look


def _bounds(path: Path) -> tuple[float, float, float, float]:
    xs = [value for _, values in path.steps for value in values[::2]]
    ys = [value for _, values in path.steps for value in values[1::2]]
    # Mitred corners stick out by more than half of the stroke.
    room = 5 * path.width + 1
    left, top = min(xs) - room, min(ys) - room
    return left, top, max(xs) + room - left, max(ys) + room - top


def image_markup(image: Image, *, tagged: bool) -> str:
    """A picture in its box."""
    style = box_style(image.x, image.y, image.width, image.height)
    if image.alpha < 1:
        style += f";opacity:{number(image.alpha)}"
    data = base64.b64encode(image.data).decode("ascii")
    alt = escape(image.alt or (UNNAMED if tagged else ""))
    return f'<img alt="{alt}" style="{style}" src="data:{escape(image.mime)};base64,{data}">'


def box_style(x: float, y: float, width: float, height: float) -> str:
    """The style of a box at its place."""
    return f"left:{number(x)}pt;top:{number(y)}pt;width:{number(width)}pt;height:{number(height)}pt"
