"""Tables of the symbol fonts of Windows: place in the font → a character of Unicode that shows the same thing.

Signs without a likeness in common fonts (mail boxes, disks, clock faces, curled arrows) are left out.
"""

from __future__ import annotations


def _from(first: int, signs: str) -> dict[int, str]:
    """Signs at neighbouring places; a blank among them leaves its place out."""
    return {first + place: sign for place, sign in enumerate(signs) if sign != " "}


_SYMBOL = (
    _from(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅")
    | _from(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾")
    | _from(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼")
    | _from(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵")
    | _from(0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓")
    | _from(0xE0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭")
)
_WINGDINGS = (
    _from(0x21, "✏✂✁    ☎✆✉")
    | _from(0x36, "⌛⌨")
    | _from(0x3F, "✍ ✌   ☜☞☝☟ ☺ ☹ ☠⚐ ✈☼ ❄ ✞ ✠✡☪☯ ☸♈♉♊♋♌♍♎♏♐♑♒♓")
    | _from(0x6B, "&●❍■□◻❑❒⬧⧫◆❖⬥⌧ ⌘❀✿❝❞")
    | _from(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")
    | _from(0x9E, "·•▪○○◉◉◎ ▪◻")
    | _from(0xAA, "✦★✶✴✹✵ ⌖⟡⌑ ✪✰")
    | _from(0xD5, "⌫⌦◄➢▲▼ ➲  ←→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳   ")
    | _from(0xF9, "▭▫✗✓☒☑")
)
_WINGDINGS_2 = (
    _from(0x4F, "✗✓☒☑☒⊗⊗⊘⊘") | _from(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿") | _from(0x95, "·•●●") | _from(0xA1, "■■□□")
)
_WINGDINGS_3 = _from(0x21, "←→↑↓↖↗↙↘") | _from(0x70, "▲▼△▽◄►◁▷◣◢◤◥◂▸▴▾")
_WEBDINGS = (
    _from(0x33, "◄►▲▼")
    | _from(0x59, "♥")
    | _from(0x61, "✔ □   ■")
    | _from(0x69, "ℹ")
    | _from(0x6E, "●")
    | _from(0x72, "✖")
    | _from(0x78, "☒")
)

TABLES: dict[str, dict[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}
