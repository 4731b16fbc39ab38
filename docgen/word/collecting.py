"""The faults of one rendering, collected and not raised at the first one: a writer sees them all at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2.nodes import Impossible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.model.pictures import Picture


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of one rendering: code, what was found, the line of the compiled source, its own remedy if any."""

    code: str
    found: str
    line: int | None
    name: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """A picture as a template wants it: its width in mm, its description."""

    picture: Picture
    width: float
    alt: str


@dataclass(slots=True)
class Rendering:
    """What is known while one part is rendered: the faults so far, in order, the names of the data, the steps done.

    `pictures` are those that the part shows, in order; `objects` those of docxtpl, which are only printed where docxtpl
    is at work itself (`foreign`).
    """

    faults: dict[Fault, None] = field(default_factory=dict)
    names: Iterable[str] = ()
    steps: int = 0
    pictures: list[Placement] = field(default_factory=list)
    objects: list[Any] = field(default_factory=list)
    foreign: bool = False


_rendering: ContextVar[Rendering] = ContextVar("rendering")


@contextmanager
def rendering(names: Iterable[str], *, foreign: bool = False) -> Iterator[Rendering]:
    """Collect the faults of what is rendered inside; `names` are the known names, `foreign`: docxtpl renders."""
    state = Rendering(names=names, foreign=foreign)
    token = _rendering.set(state)
    try:
        yield state
    finally:
        _rendering.reset(token)


def known_names() -> list[str]:
    """The names of the data that is being rendered."""
    return list(_rendering.get().names)


def spent(steps: int) -> int:
    """Add steps to those of the rendering that is going on; all so far. LookupError when there is none."""
    state = _rendering.get()
    state.steps += steps
    return state.steps


def place_picture(placement: Placement) -> int:
    """Add a picture to those of the rendering that is going on; its number."""
    pictures = _rendering.get().pictures
    pictures.append(placement)
    return len(pictures) - 1


def foreign_text(item: Any) -> str:
    """What an object of docxtpl prints: its XML where docxtpl is at work; elsewhere nothing, but it is remembered."""
    state = _rendering.get()
    if state.foreign:
        return str(item)
    state.objects.append(item)
    return ""


def note(code: str, found: str, name: str = "", remedy: str = "") -> None:
    """Collect a fault of the rendering that is going on.

    Outside of one Jinja is working out what is constant: Impossible leaves that to the rendering.
    """
    state = _rendering.get(None)
    if state is None:
        raise Impossible
    state.faults[Fault(code, found, _line(), name, remedy)] = None


def _line() -> int | None:
    """The line of the compiled source that is being rendered; each paragraph begins a line."""
    frame: Any = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            line: int = template.get_corresponding_lineno(frame.f_lineno)
            return line
        frame = frame.f_back
    return None
