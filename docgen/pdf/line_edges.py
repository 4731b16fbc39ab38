"""Line edges: the characters that may not start or end a line (避头尾) where a file names none of its own."""

from __future__ import annotations

# Word's lists for Simplified Chinese (ECMA-376 Part 1, 17.3.1.16), with the range mark – and the small marks that
# GB/T 15834-2011, 5.1 keeps from the start of a line as well. A dash may start a line in both.
NO_LINE_START = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹐﹒﹔﹕﹖﹗﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠–‥"
)
NO_LINE_END = frozenset("$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥")
