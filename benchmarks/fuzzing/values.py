"""Values that have broken programs before: typed, pasted or meant to."""

from __future__ import annotations

from random import Random

TEXTS = (
    "", " ", "\u3000", "\t", "\n", "甲\n乙", "甲\r\n乙\r\n\r\n丙", "甲\u2028乙", "甲\u0085乙", "\ufeff甲",
    "甲\u200b乙", "\u202e甲乙", "e\u0301", "Å", "𱍐村", "𠀀𠀁", "😀镇", "👨‍👩‍👧", "甲\ue000乙", "甲\ufffe乙",
    "甲\x0b乙", "甲\x00乙", "_x000B_", "_x0000_", "&amp;", "A & B <c>", "</w:t></w:r></w:p>", "]]>", "<![CDATA[x]]>",
    "<!-- x -->", "<?xml version='1.0'?>", "&#0;", "&#x1F;", "{{ 县名 }}", "{% for 甲 in 乙 %}", "{县名}", "{{",
    "}}", "{", "}", "{不存在}", "{{{{县名}}}}", "{# 注 #}", "%}", "｛｛县名｝｝", "=cmd|' /C calc'!A0", "+1+1",
    "-1+1", "@SUM(A1)", "=1+1", "#REF!", "#N/A", "'0012", '="001"', '"', "'", "“", "\\", "/", "../x", "..\\x", "CON",
    "nul.txt", "a/b", "a:b", "~$甲", ".甲", "甲.", "甲 ", "-rf", "甲*?", "|", "\\\\服务器\\共享",
    "file:///etc/passwd", "http://127.0.0.1/x.png", "%s%n%x", "$(id)", "`id`", "'; DROP TABLE x; --", "null", "~",
    "no", "yes", "TRUE", "012", "1:30", "3.10", "1e400", "-0", "NaN", "Infinity", "0x10", "9" * 40, "1" * 400,
    "１２３", "一百二十", "²", "½", "①", "〇", "2024-02-30", "2024-2-29", "0000-00-00", "9999-12-31", "1900-02-29",
    "45000", "2024年13月1日", "二〇二四年三月五日", "12月", "2024-13", "字" * 200, "字" * 5000, "a" * 3000,
    "、" * 50, "、、甲、、", "甲、甲", "，", "。。。", "（", "）（", "甲（乙", "《甲", "——", "……", "XX", "××", "ﷺ",
    "مرحبا", "שלום", "ไทย", "한국", "ｶﾅ", "ẞ", "ǅ", "İ", "ı", "ﬁ", "\u0300甲", "甲\u0300\u0301\u0302" * 20, "\ufdd0",
    "\U0010ffff",
)  # fmt: skip
"""What a cell may say."""

NUMBERS = (
    "0", "-1", "1", "2", "7", "15", "31", "255", "65535", "65536", "2147483647", "2147483648", "-2147483648",
    "99999999999999999999", "1e308", "1e999", "-1e999", "NaN", "inf", "0.5", "-0.0001", "", " ", "1 ", "0x7F",
    "１２", "十", "true", "auto", "none", "100%", "5000%", "-3pt", "1in", "3e", "..", "\u0661",
)  # fmt: skip
"""What an attribute may say."""

TAGS = (
    "{{ 没有的 }}", "{{ 县名 }}", "{{ 县名.甲.乙 }}", "{{ 县名[9999] }}", "{{ 乡镇 }}",
    "{% for 镇 in 乡镇 %}{{ 镇.名称 }}{% endfor %}", "{% for 甲 in range(1000000000) %}甲{% endfor %}",
    "{{ 'a' * 10000000000 }}", "{{ '甲' ~ '乙' * 3 }}", "{{ 10 ** 10 ** 10 }}", "{{ 1/0 }}",
    "{{ ''.__class__.__mro__ }}", "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ self.__init__ }}",
    "{{ 县名|upper }}", "{{ 县名|没有的 }}", "{% if 县名 %}", "{% endif %}", "{%p if 县名 %}", "{%p endif %}",
    "{%tr for 镇 in 乡镇 %}", "{%tr endfor %}", "{%tc x %}", "{%r x %}", "{{r 县名 }}", "{{p 县名 }}",
    "{% set 甲 = 1 %}", "{% set 甲 = 乡镇 %}{{ 甲 }}", "{% include '/etc/passwd' %}", "{% import 'os' as o %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{% raw %}{{ 甲 }}{% endraw %}", "{# 注释 #}", "{{ ", " }}",
    "{% ", " %}", "｛｛ 县名 ｝｝", "{{ 县名（1） }}", "{{ 县名 | join('、') }}",
    "{{ 乡镇|map(attribute='名称')|join('、') }}", "{{ 乡镇|batch(0)|list }}", "{{ range(100000)|list|length }}",
    "{{ 版式(左空=10) }}", "{{ 版式(左空='甲') }}", "{{ 版式(左空=10**9) }}", "{{ 图(县名) }}", "{{ 图(没有) }}",
    "{% filter 标题分行 %}", "{% endfilter %}", "{{ loop.index }}",
    "{% for 甲 in 乡镇 recursive %}{{ loop(乡镇) }}{% endfor %}", "{{ 县名.format(县名) }}",
    "{{ '%s'|format(县名) }}", "{{ '{0.__class__}'.format(县名) }}", "{{ 年度 + 1 }}", "{{ 县名 + 1 }}",
    "{{ (" + "(" * 300 + "1" + ")" * 300 + ") }}", "{{ not }}", "{% for %}", "{{ 乡镇|sum }}",
    "{{ 县名|center(1000000000) }}", "{{ lipsum(9999) }}", "{{ 县名|wordwrap(0) }}", "{{ [1]*1000000000 }}",
    "{{ '甲'|indent(999999999) }}",
)  # fmt: skip
"""What somebody may write into a template."""


def text(random: Random) -> str:
    """A value: one of the list, two of them, or characters drawn by chance."""
    chosen = random.random()
    if chosen < 0.7:
        return random.choice(TEXTS)
    if chosen < 0.85:
        return random.choice(TEXTS) + random.choice(("甲", "、", " ", "\n")) + random.choice(TEXTS)
    planes = ((0, 0x250), (0x2000, 0x2070), (0x3000, 0x3040), (0x4E00, 0x9FFF), (0xE000, 0xFFFF), (0x1F300, 0x20100))
    return "".join(chr(random.randrange(*random.choice(planes))) for _ in range(random.randrange(1, 30)))
