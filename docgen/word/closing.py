"""附件说明, 署名, 成文日期 and 附注 as template paragraphs (GB/T 9704-2012, 7.3.4 to 7.3.6).

Which of them a document shows, and in which form, is decided by names of the context: 附件, 署名方式, 附注.
"""

from __future__ import annotations

from docgen.word.elements import blank, styled
from docgen.word.ooxml import tag
from docgen.word.style import KEEP


def attachment_note(title: str) -> str:
    """附件说明 (7.3.4)."""
    return (
        tag("if 附件")
        + blank("署名前空行")
        + tag("endif")
        + tag("for 件 in 附件")
        + tag("if loop.length == 1")
        + styled("附件说明", f"附件：{title}")
        + tag("elif loop.first")
        + styled("附件说明（多件）", "附件：{{ loop.index }}.\t" + title)
        + tag("else")
        + styled("附件说明（续）", "{{ loop.index }}.\t" + title)
        + tag("endif")
        + tag("endfor")
    )


def signature(*, with_note: bool = False) -> str:
    """署名 and 成文日期 (7.3.5), and below them the 附注 (7.3.6) where the document may carry one.

    Two blank lines leave the seal its place: pressed over name and date it then begins within a line of the text.
    """
    plain = (
        blank("署名前空行")
        + styled("署名", "{{ 版式(左空=署名.机关左空) }}{{ 发文机关 }}")
        + _date("成文日期", "{{ 版式(左空=署名.日期左空) }}{{ 成文日期 }}", with_note=with_note)
    )
    sealed = (
        blank("署名前空行")
        + blank("署名前空行")
        + styled("署名（盖章）", "{{ 版式(左空=署名.机关左空, 右空=署名.机关右空) }}{{ 发文机关 }}")
        + _date("成文日期（盖章）", "{{ 成文日期 }}", with_note=with_note)
    )
    signed = tag("if 署名方式 == '盖章'") + sealed + tag("elif 署名方式 == '不盖章'") + plain + tag("endif")
    note = tag("if 附注") + styled("附注", "（{{ 附注 }}）") + tag("endif")
    return signed + note if with_note else signed


def _date(style: str, text: str, *, with_note: bool) -> str:
    """成文日期; a 附注 below it stays on its page."""
    if not with_note:
        return styled(style, text)
    return tag("if 附注") + styled(style, text, KEEP) + tag("else") + styled(style, text) + tag("endif")
