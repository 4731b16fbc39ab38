"""The font of a chart's labels: 黑体, or another face that has all their characters."""

from __future__ import annotations

from docgen.errors import MissingError
from docgen.model.pictures import ChartFont
from docgen.pdf.typefaces.font_files import face_path
from docgen.pdf.typefaces.fonts import Fonts
from docgen.standard import FONT_LEVEL_1


def chart_font(text: str, fonts: Fonts | None = None) -> ChartFont:
    """A font file of one face for a text; what no face has stands in `missing` and must be told.

    A face in a collection is copied out of it, into the cache. Raises MissingError when the machine has no font.
    """
    own = fonts or Fonts.of_machine()
    for face, missing in own.covering(FONT_LEVEL_1, text):
        path = face_path(face)
        if path is not None:
            return ChartFont(str(path), missing)
    raise MissingError("画图要的字体取不出来：缓存文件夹写不进去", "检查磁盘空间和缓存文件夹的权限")
