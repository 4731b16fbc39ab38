"""WMF pictures: lines, areas, texts and bitmaps at their places in the window, as an EMF's are drawn."""

import io
import struct

import pytest
from drawing_parts import graphic, inline, pict, picture
from PIL import Image
from small_docx import p, paragraphs, plain, source

from docgen.pdf.reading.drawings.metafiles.wmf_picture import played_wmf
from docgen.pdf.source import Part, Shape

# A window of 1000 × 500 shown in 200 × 100 points.
POINT = 0.2
SAID = "WMF 格式的图片（照其中的线条和文字画，样子可能有出入）"
Record = tuple[int, bytes]


def shorts(number: int, *values: int) -> Record:
    return number, struct.pack(f"<{len(values)}h", *values)


def placeable(left: int = 0, top: int = 0, right: int = 1000, bottom: int = 500) -> bytes:
    head = struct.pack("<IH4hHI", 0x9AC6CDD7, 0, left, top, right, bottom, 1440, 0)
    words = struct.unpack("<10H", head)
    check = 0
    for word in words:
        check ^= word
    return head + struct.pack("<H", check)


def wmf(*records: Record, head: bytes | None = None) -> bytes:
    even = [(number, content + bytes(len(content) % 2)) for number, content in records]
    body = b"".join(struct.pack("<IH", 3 + len(content) // 2, number) + content for number, content in even)
    start = placeable() if head is None else head
    return start + struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 0, 0, 0) + body + struct.pack("<IH", 3, 0)


def pen(width: int = 10, style: int = 0, color: int = 0x0000FF) -> Record:
    return 0x02FA, struct.pack("<HhhI", style, width, 0, color)


def brush(style: int = 0, color: int = 0x0000FF) -> Record:
    return 0x02FC, struct.pack("<HIH", style, color, 0)


def face(height: int, name: str = "宋体", charset: int = 134, turn: int = 0, weight: int = 400) -> Record:
    numbers = struct.pack("<5h8B", height, 0, turn, turn, weight, 1, 1, 0, charset, 0, 0, 0, 0)
    raw = name.encode("gb18030") + b"\0"
    return 0x02FB, numbers + raw + bytes(len(raw) % 2)


def select(key: int) -> Record:
    return shorts(0x012D, key)


def move(x: int, y: int) -> Record:
    return shorts(0x0214, y, x)


def line(x: int, y: int) -> Record:
    return shorts(0x0213, y, x)


def box(number: int, left: int, top: int, right: int, bottom: int, *before: int) -> Record:
    return shorts(number, *before, bottom, right, top, left)


def text_out(x: int, y: int, raw: bytes) -> Record:
    return 0x0521, struct.pack("<h", len(raw)) + raw + bytes(len(raw) % 2) + struct.pack("<2h", y, x)


def text(x: int, y: int, raw: bytes, *widths: int, options: int = 0, area: tuple[int, ...] = ()) -> Record:
    head = struct.pack(f"<3hH{len(area)}h", y, x, len(raw), options, *area)
    return 0x0A32, head + raw + bytes(len(raw) % 2) + struct.pack(f"<{len(widths)}h", *widths)


def read(data: bytes) -> tuple[Shape, list[str]]:
    found = source(p(inline(graphic("pic", picture('r:embed="a.wmf"')), (200, 100))), media={"a.wmf": data})
    (shape,) = paragraphs(found)[0].inlines
    return shape, [feature for feature, _ in found.warnings]


def drawn(*records: Record, head: bytes | None = None) -> list[Part]:
    return list(read(wmf(*records, head=head))[0].parts)


def test_lines_and_areas_have_their_places_pens_and_brushes():
    one, two = drawn(
        pen(), brush(), select(0), select(1), move(100, 50), line(600, 50), shorts(0x0324, 3, 0, 0, 500, 0, 500, 250)
    )
    (stroke,), (area,) = one.shape.paths, two.shape.paths
    assert stroke.steps == (("M", (20.0, 10.0)), ("L", (120.0, 10.0)))
    assert (stroke.stroke, stroke.width, stroke.fill) == ("#ff0000", pytest.approx(2.0), "")
    assert area.steps == (("M", (0.0, 0.0)), ("L", (100.0, 0.0)), ("L", (100.0, 50.0)), ("Z", ()))
    assert (area.fill, area.stroke) == ("#ff0000", "#ff0000")
    assert read(wmf(move(0, 0), line(9, 9)))[1] == [SAID]


def test_objects_take_the_lowest_free_number():
    pens = (pen(), pen(color=0x00FF00), pen(color=0xFF0000))
    again = (shorts(0x01F0, 1), shorts(0x01F0, 0), pen(color=0x808080), pen(color=0x404040))
    parts = drawn(*pens, *again, *(one for key in range(3) for one in (select(key), line(500, 100 * key))))
    assert [part.shape.paths[0].stroke for part in parts] == ["#808080", "#404040", "#0000ff"]


def test_a_palette_and_a_pattern_take_numbers_too():
    parts = drawn((0x00F7, bytes(8)), (0x0142, bytes(8)), pen(), select(1), select(2), box(0x041B, 0, 0, 100, 100))
    assert (parts[0].shape.paths[0].fill, parts[0].shape.paths[0].stroke) == ("#c0c0c0", "#ff0000")


def test_the_window_of_the_records_is_stretched_over_the_picture():
    window = (shorts(0x020B, -50, -100), shorts(0x020C, 250, 500))
    for head in (None, b""):
        (part,) = drawn(*window, move(-100, -50), line(150, 75), head=head)
        assert part.shape.paths[0].steps == (("M", (0.0, 0.0)), ("L", (100.0, 50.0)))
    (moved,) = drawn(*window, shorts(0x020F, 50, 100), shorts(0x0410, 1, 2, 1, 2), move(0, 0), line(500, 250))
    assert moved.shape.paths[0].steps == (("M", (0.0, 0.0)), ("L", (100.0, 50.0)))


def test_a_placeable_head_names_the_window_where_the_records_do_not():
    (part,) = drawn(move(100, 100), line(300, 200), head=placeable(100, 100, 300, 200))
    assert part.shape.paths[0].steps == (("M", (0.0, 0.0)), ("L", (200.0, 100.0)))
    # Its upper edge may be the larger number.
    (part,) = drawn(move(0, 500), line(1000, 0), head=placeable(0, 500, 1000, 0))
    assert part.shape.paths[0].steps == (("M", (0.0, 0.0)), ("L", (200.0, 100.0)))


def test_boxes_ovals_and_several_polygons_at_once():
    many = (0x0538, struct.pack("<H2H12h", 2, 3, 3, 0, 0, 100, 0, 100, 100, 500, 0, 600, 0, 600, 100))
    one, two, three, four = drawn(
        box(0x041B, 100, 50, 300, 150), box(0x0418, 0, 0, 200, 100), box(0x061C, 0, 0, 50, 50, 10, 10), many
    )
    assert one.shape.paths[0].steps[:3:2] == (("M", (20.0, 10.0)), ("L", (60.0, 30.0)))
    assert [kind for kind, _ in two.shape.paths[0].steps] == ["M", "C", "C", "C", "C", "Z"]
    assert [kind for kind, _ in three.shape.paths[0].steps] == ["M", *"CL" * 3, "C", "Z"]
    assert three.shape.paths[0].steps[0] == ("M", (0.0, pytest.approx(1.0)))
    assert [kind for kind, _ in four.shape.paths[0].steps] == ["M", "L", "L", "Z"] * 2
    assert four.shape.paths[0].steps[4] == ("M", (100.0, 0.0))


@pytest.mark.parametrize("number, kinds, filled", [(0x0817, "MC", ""), (0x0830, "MCZ", "#ffffff"),
                                                   (0x081A, "MLCZ", "#ffffff")])  # fmt: skip
def test_a_part_of_an_oval_goes_against_the_clock_from_its_first_ray_to_its_second(number, kinds, filled):
    # Around (500, 250), from the right to the top.
    (part,) = drawn(shorts(number, 0, 500, 250, 1000, 450, 700, 50, 300))
    (path,) = part.shape.paths
    assert ("".join(kind for kind, _ in path.steps), path.fill) == (kinds, filled)
    curve = next(values for kind, values in path.steps if kind == "C")
    before = path.steps[kinds.index("C") - 1][1]
    assert (before, curve[-2:]) == (pytest.approx((140, 50)), pytest.approx((100, 10)))
    assert curve[1] < 50 and curve[2] < 140  # noqa: PT018 - both say: over the upper right


def test_a_text_in_two_bytes_a_character_has_the_widths_of_both():
    raw = "投资A".encode("gb18030")
    (part,) = drawn(face(-100), select(0), shorts(0x012E, 24), text(100, 200, raw, 50, 50, 50, 50, 60))
    story = part.shape.text
    assert (plain(story.blocks), story.stretches) == ("投资A", True)
    assert (part.x, part.shape.width) == (pytest.approx(100 * POINT), pytest.approx(260 * POINT))
    assert part.y == pytest.approx((200 - 80) * POINT)
    look = story.blocks[0].inlines[0].format
    assert (look.east_asia, look.size, look.italic, look.underline) == ("宋体", pytest.approx(20.0), True, "single")


@pytest.mark.parametrize("align, side, left", [(24, "start", 100), (26, "end", -100), (30, "center", 0)])
def test_a_text_without_widths_stands_by_its_alignment(align, side, left):
    raw = "投资".encode("gb18030")
    (part,) = drawn(face(-100), select(0), shorts(0x012E, align), text_out(100, 200, raw))
    (line_of_text,) = part.shape.text.blocks
    assert (plain([line_of_text]), line_of_text.format.alignment, part.shape.text.stretches) == ("投资", side, False)
    assert (part.x, part.shape.width) == (pytest.approx(left * POINT), pytest.approx(200 * POINT))
    assert (line_of_text.format.line.rule, line_of_text.format.line.value) == ("exact", pytest.approx(20.0))


@pytest.mark.parametrize(
    "raw, name, charset, letters",
    [
        ("é", "Arial", 0, "é"),
        ("投", "Arial", 1, "投"),
        ("投", "仿宋_GB2312", 0, "投"),
        ("б", "Arial", 204, "б"),
        ("abg", "Symbol", 2, "αβγ"),
        ("ü", "Wingdings", 2, "✓"),
        ("\x01甲\x02乙", "宋体", 134, "甲 乙"),
    ],
)
def test_the_bytes_of_a_text_are_read_in_the_code_of_its_font(raw, name, charset, letters):
    code = {0: "cp1252" if name.isascii() else "gb18030", 204: "cp1251", 2: "latin-1"}.get(charset, "gb18030")
    (part,) = drawn(face(-100, name, charset), select(0), text_out(0, 100, raw.encode(code)))
    assert plain(part.shape.text.blocks) == letters


def test_a_text_may_be_painted_on_a_box_and_be_cut_to_it():
    raw = "投资".encode("gb18030")
    words = text(100, 200, raw, *[50] * 4, options=6, area=(90, 100, 150, 220))
    painted, words = drawn(face(-100), select(0), shorts(0x0201, 255, 0), words)
    assert (painted.shape.paths[0].fill, painted.shape.paths[0].steps[0][1]) == ("#ff0000", (18.0, 20.0))
    assert words.shape.clip == pytest.approx((18.0, 20.0, 12.0, 24.0))
    (after,) = drawn(move(0, 0), line(100, 100))
    assert after.shape.clip is None


def test_blocks_of_one_colour_are_rectangles():
    (part,) = drawn(brush(), select(0), (0x061D, struct.pack("<I4h", 0x00F00021, 10, 300, 20, 10)))
    assert (part.shape.paths[0].fill, part.shape.paths[0].steps[2][1]) == ("#ff0000", (62.0, pytest.approx(6.0)))


HEAD = struct.pack("<IiiHHIIiiII", 40, 2, 1, 1, 24, 0, 8, 0, 0, 0, 0)
BITS = b"\x00\x00\xff\xff\x00\x00\0\0"  # a red and a blue pixel


@pytest.mark.parametrize(
    "number, head",
    [
        (0x0F43, struct.pack("<IH8h", 0x00CC0020, 0, 1, 2, 0, 0, 100, 500, 50, 200)),
        (0x0B41, struct.pack("<I8h", 0x00CC0020, 1, 2, 0, 0, 100, 500, 50, 200)),
        (0x0940, struct.pack("<I6h", 0x00CC0020, 0, 0, 100, 500, 50, 200)),
        (0x0D33, struct.pack("<3H6h", 0, 1, 0, 0, 0, 100, 500, 50, 200)),
    ],
)
def test_bitmaps_stand_in_their_boxes_among_the_lines(number, head):
    bitmap, _ = drawn((number, head + HEAD + BITS), move(0, 0), line(100, 100))
    assert (bitmap.x, bitmap.y, bitmap.shape.width, bitmap.shape.height) == tuple(
        pytest.approx(value) for value in (40.0, 10.0, 100.0, 20.0)
    )
    assert bitmap.shape.picture.mime == "image/png"


def test_a_picture_in_strips_is_drawn_strip_by_strip():
    def strip(y: int) -> Record:
        return 0x0F43, struct.pack("<IH8h", 0x00CC0020, 0, 1, 2, 0, 0, 250, 1000, y, 0) + HEAD + BITS

    shape, told = read(wmf(strip(0), strip(250)))
    assert ([(part.y, part.shape.height) for part in shape.parts], told) == ([(0.0, 50.0), (50.0, 50.0)], [SAID])


MASK = b"\x00\x00\x00\xff\xff\xff\0\0"  # black, white


def combined(how: int, bits: bytes, left: int = 200) -> Record:
    return 0x0B41, struct.pack("<I8h", how, 1, 2, 0, 0, 100, 500, 50, left) + HEAD + bits


@pytest.mark.parametrize("how", [0x00EE0086, 0x00660046])
def test_of_a_bitmap_over_a_mask_shows_what_the_mask_has_in_black(how):
    shape, told = read(wmf(combined(0x008800C6, MASK), combined(how, BITS)))
    (part,) = shape.parts
    with Image.open(io.BytesIO(part.shape.picture.data)) as image:
        pixels = [image.convert("RGBA").getpixel((x, 0)) for x in (0, 1)]
    assert (pixels[0], pixels[1][3], told) == ((255, 0, 0, 255), 0, [SAID])


def test_of_a_bitmap_only_the_part_is_put_that_the_record_names():
    high = struct.pack("<IiiHHIIiiII", 40, 2, 2, 1, 24, 0, 16, 0, 0, 0, 0)
    lower, upper = b"\0\0\xff\0\0\xff\0\0", b"\0\xff\0\xff\0\0\0\0"  # two red pixels below a green and a blue one

    def colors(number: int, left: int, top: int, *more: int) -> list[tuple[int, ...]]:
        head = struct.pack(f"<I{8 + len(more)}h", 0x00CC0020, *more, 1, 1, top, left, 100, 500, 50, 200)
        shape, _ = read(wmf((number, head + high + lower + upper), move(0, 0), line(9, 9)))
        with Image.open(io.BytesIO(shape.parts[0].shape.picture.data)) as image:
            shown = image.convert("RGB")
            return [shown.getpixel((x, y)) for y in range(shown.height) for x in range(shown.width)]

    assert colors(0x0B41, 1, 0) == [(0, 0, 255)]
    assert colors(0x0B41, 0, 1) == [(255, 0, 0)]
    assert colors(0x0F43, 0, 1, 0) == [(0, 255, 0)]  # counted from below
    assert len(colors(0x0B41, -3, 7)) == 4  # nonsense: all of it


@pytest.mark.parametrize(
    "records",
    [
        (combined(0x008800C6, MASK), line(9, 9)),
        (combined(0x008800C6, MASK), combined(0x00EE0086, BITS, left=300)),
        (combined(0x008800C6, MASK), line(9, 9), combined(0x00EE0086, BITS)),
        (combined(0x00EE0086, BITS), line(9, 9)),
        (box(0x0416, 5, 5, 5, 5), combined(0x008800C6, MASK), shorts(0x012C, 9), combined(0x00EE0086, BITS)),
    ],
)
def test_a_mask_without_its_bitmap_is_drawn_as_it_is_and_told(records):
    shape, told = read(wmf(*records))
    assert told == [SAID, "WMF 图片里按掩码叠放的位图（照原样画）"]
    assert any(part.shape.picture is not None for part in shape.parts)


def test_bitmaps_of_more_pixels_than_a_picture_may_have_are_told():
    place = struct.pack("<IH8h", 0x00CC0020, 0, 1, 2, 0, 0, 250, 1000, 0, 0)
    large = struct.pack("<IiiHHIIiiII", 40, 9000, 9000, 1, 24, 0, 8, 0, 0, 0, 0) + BITS
    shape, told = read(wmf((0x0F43, place + HEAD + BITS), (0x0F43, place + large), move(0, 0), line(9, 9)))
    assert [part.shape.picture is not None for part in shape.parts] == [True, False]
    assert told == ["大得不正常的图片", SAID]


def test_clip_rectangles_and_regions_cut_and_are_kept_with_the_state():
    drawing = (move(0, 0), line(1000, 500))
    region = (0x06FF, struct.pack("<HhIhhh4h", 0, 6, 0, 30, 1, 2, 100, 50, 600, 300))
    parts = drawn(
        *drawing, shorts(0x001E), box(0x0416, 100, 50, 600, 300), *drawing, shorts(0x0127, -1), *drawing,
        region, shorts(0x012C, 0), *drawing, shorts(0x0220, 50, 100), box(0x0415, 0, 0, 1000, 200), *drawing,
        shorts(0x012C, 7), *drawing,
    )  # fmt: skip
    clips = [part.shape.clip and tuple(round(number, 3) for number in part.shape.clip) for part in parts]
    cut = (20.0, 10.0, 100.0, 50.0)
    assert clips == [None, cut, None, cut, (40.0, 40.0, 100.0, 30.0), None]


def test_what_of_a_wmf_is_not_drawn_is_told():
    _, told = read(wmf(move(0, 0), line(9, 9), (0x0228, bytes(4)), (0x0548, bytes(12)), (0x041F, bytes(8))))
    assert told == [SAID, *(f"WMF 图片里{what}（没有画）" for what in ("单个的点", "填充的区域", "填到边线为止的颜色"))]


def test_the_picture_of_an_old_object_is_drawn_as_well():
    image = '<v:shape type="#_x0000_t75" style="width:200pt;height:100pt"><v:imagedata r:id="a.wmf"/></v:shape>'
    found = source(p(pict(image)), media={"a.wmf": wmf(move(0, 0), line(1000, 500))})
    (shape,) = paragraphs(found)[0].inlines
    assert shape.parts[0].shape.paths[0].steps[1] == ("L", (200.0, 100.0))


@pytest.mark.parametrize("head", [b"", placeable(5, 5, 5, 9)])
def test_without_a_window_nothing_is_drawn_and_that_is_told(head):
    shape, told = read(wmf(move(0, 0), line(9, 9), head=head))
    assert ([path.stroke for path in shape.paths], len(told)) == (["#a6a6a6", "#a6a6a6"], 1)


@pytest.mark.parametrize(
    "odd",
    [
        (0x0324, struct.pack("<h", 32767)),
        (0x0324, struct.pack("<h", -5)),
        (0x0538, struct.pack("<H", 65535) + b"\xff\xff" * 9),
        (0x0A32, struct.pack("<3hH", 0, 0, -7, 6)),
        (0x0A32, struct.pack("<3hH", 0, 0, 32767, 0) + b"\xb0"),
        (0x0521, struct.pack("<h", 3) + b"\xb0\xa1\xb0"),
        (0x02FB, b"\0"),
        (0x02FA, b""),
        (0x061D, b""),
        (0x0F43, bytes(22) + struct.pack("<I", 40)),
        (0x0817, bytes(16)),
        (0x0410, bytes(8)),
        (0x020C, bytes(4)),
        (0x0127, struct.pack("<h", -32768)),
        (0x0127, struct.pack("<h", 32767)),
        (0x012C, b""),
        (0x0220, b"\xff\x7f\xff\x7f"),
        (0xFFFF, b""),
    ],
)
def test_odd_records_break_nothing(odd):
    parts = drawn(move(0, 0), line(1000, 500), odd, line(0, 500), shorts(0x0127, -1), odd, text_out(0, 0, b"abc"))
    assert len(parts) >= 3
    for part in parts:
        for path in part.shape.paths:
            assert all(abs(number) <= 1e5 for _, numbers in path.steps for number in numbers)


def test_a_text_without_end_is_cut():
    (part,) = drawn(face(-10), select(0), text_out(0, 100, b"a" * 30_000))
    assert len(plain(part.shape.text.blocks)) == 10_000


def test_a_file_full_of_objects_and_states_stays_small():
    many = wmf(*[(0x00F7, b"")] * 50_000, *[(0x001E, b"")] * 50_000, move(0, 0), line(9, 9))
    player = played_wmf(many, (200, 100), "", lambda *_: None)
    assert (len(player.objects), len(player.kept), len(player.shape().parts)) == (50_000, 10_000, 1)
