"""EMF pictures: lines, areas, texts and bitmaps at their places."""

import io
import struct

import pytest
from drawing_parts import graphic, inline, pict, picture
from PIL import Image
from small_docx import p, paragraphs, plain, source

from docgen.pdf.painting.shape_sizes import resized
from docgen.pdf.reading.drawings.flips import flipped
from docgen.pdf.reading.drawings.metafiles.emf_picture import played_emf
from docgen.pdf.source import Part, Shape

# A frame of 100 × 50 mm on a device of 10 pixels a millimetre: 1000 × 500 pixels; shown in 200 × 100 points.
HEADER = struct.pack("<4i4i", 0, 0, 999, 499, 0, 0, 10000, 5000) + b" EMF" + bytes(28)
HEADER += struct.pack("<2i2i", 1000, 500, 100, 50)
POINT = 0.2  # points a pixel
RED = bytes((255, 0, 0, 0))
SAID = "EMF 格式的图片（照其中的线条和文字画，样子可能有出入）"
BITMAP = (81, bytes(16) + struct.pack("<12I2i", 0, 0, 0, 0, 2, 1, 80, 40, 120, 8, 0, 0x00EE0086, 200, 100)
          + struct.pack("<IiiHHIIiiII", 40, 2, 1, 1, 24, 0, 8, 0, 0, 0, 0) + bytes(8))  # fmt: skip
END = (14, struct.pack("<III", 0, 0, 20))


def record(number: int, content: bytes) -> bytes:
    content += bytes(-len(content) % 4)
    return struct.pack("<II", number, 8 + len(content)) + content


def emf(*records: tuple[int, bytes], header: bytes = HEADER) -> bytes:
    return b"".join(record(number, content) for number, content in ((1, header), *records, END))


def pen(key: int, width: int, style: int = 0) -> tuple[int, bytes]:
    return 38, struct.pack("<IIii", key, style, width, 0) + RED


def brush(key: int, style: int = 0) -> tuple[int, bytes]:
    return 39, struct.pack("<II", key, style) + RED


def face(key: int, height: int, name: str = "黑体", turn: int = 0) -> tuple[int, bytes]:
    looks = struct.pack("<IiiiiI8B", key, height, 0, turn, turn, 700, 0, 0, 0, 134, 0, 0, 0, 0)
    return 82, looks + name.encode("utf-16-le").ljust(64, b"\0")


def select(key: int) -> tuple[int, bytes]:
    return 37, struct.pack("<I", key)


def ints(number: int, *values: int) -> tuple[int, bytes]:
    return number, struct.pack(f"<{len(values)}i", *values)


def points16(number: int, *values: int) -> tuple[int, bytes]:
    return number, bytes(16) + struct.pack(f"<I{len(values)}h", len(values) // 2, *values)


def text(x: int, y: int, letters: str, width: int) -> tuple[int, bytes]:
    raw = letters.encode("utf-16-le")
    raw += bytes(-len(raw) % 4)
    head = struct.pack("<4iIff", 0, 0, 0, 0, 1, 1.0, 1.0)
    body = struct.pack("<2i3I4iI", x, y, len(letters), 76, 0, 0, 0, 0, 0, 76 + len(raw))
    return 84, head + body + raw + struct.pack(f"<{len(letters)}i", *[width] * len(letters))


def drawn(*records: tuple[int, bytes]) -> list[Part]:
    return list(read(emf(*records))[0].parts)


def read(data: bytes) -> tuple[Shape, list[str]]:
    run = inline(graphic("pic", picture('r:embed="a.emf"')), (200, 100))
    found = source(p(run), media={"a.emf": data})
    (shape,) = paragraphs(found)[0].inlines
    return shape, [feature for feature, _ in found.warnings]


def test_lines_have_the_place_colour_and_width_of_the_pen():
    (part,) = drawn(pen(1, 10), select(1), ints(27, 100, 50), ints(54, 600, 50))
    (path,) = part.shape.paths
    assert path.steps == (("M", (20.0, 10.0)), ("L", (120.0, 10.0)))
    assert (path.stroke, path.width, path.fill) == ("#ff0000", pytest.approx(2.0), "")


def test_areas_are_filled_with_the_brush_and_stock_objects_may_be_none():
    null_pen = (37, struct.pack("<I", 0x80000008))
    (part,) = drawn(brush(1), select(1), null_pen, points16(86, 0, 0, 500, 0, 500, 250))
    (path,) = part.shape.paths
    assert (path.fill, path.stroke, path.steps[-1][0], path.steps[1][1]) == ("#ff0000", "", "Z", (100.0, 0.0))


def test_round_corners_and_parts_of_ovals_are_drawn():
    round_box, pie = drawn(ints(44, 0, 0, 500, 250, 50, 50), ints(47, 0, 0, 1000, 500, 1000, 250, 500, 0))
    assert [kind for kind, _ in round_box.shape.paths[0].steps] == ["M", *"CL" * 3, "C", "Z"]
    assert round_box.shape.paths[0].steps[0] == ("M", (0.0, pytest.approx(5.0)))
    middle, first, (_, curve), _ = pie.shape.paths[0].steps
    assert (middle, first[1], curve[-2:]) == (("M", (100.0, 50.0)), (200.0, 50.0), pytest.approx((100.0, 0.0)))


def test_a_path_is_gathered_and_then_painted_at_once():
    curve = points16(88, 0, 100, 100, 200, 200, 200)
    (part,) = drawn(brush(1), select(1), (59, b""), ints(27, 0, 0), curve, (61, b""), (60, b""), (62, bytes(16)))
    (path,) = part.shape.paths
    assert [kind for kind, _ in path.steps] == ["M", "C", "Z"]
    assert (path.fill, path.stroke) == ("#ff0000", "")


def test_window_viewport_and_world_say_where_things_lie():
    window = (ints(17, 8), ints(9, 100, 50), ints(11, 1000, 500))
    (part,) = drawn(*window, ints(27, 10, 0), ints(54, 20, 5))
    assert part.shape.paths[0].steps == (("M", (20.0, 0.0)), ("L", (40.0, 10.0)))
    moved = (36, struct.pack("<6fI", 2.0, 0.0, 0.0, 2.0, 10.0, 0.0, 2))
    save, restore = (33, b""), ints(34, -1)
    first, second = drawn(*window, save, moved, ints(27, 0, 0), ints(54, 10, 0), restore, ints(54, 10, 10))
    assert first.shape.paths[0].steps == (("M", (20.0, 0.0)), ("L", (60.0, 0.0)))
    assert second.shape.paths[0].steps[1] == ("L", (20.0, 20.0))


def test_a_text_is_as_wide_as_the_file_says_and_stands_on_its_line():
    (part,) = drawn(face(1, -100), select(1), ints(22, 24), text(100, 200, "投资 ", 80))
    story = part.shape.text
    assert (plain(story.blocks), story.stretches) == ("投资", True)
    assert (part.x, part.shape.width, part.shape.height) == (
        pytest.approx(100 * POINT),
        pytest.approx(2 * 80 * POINT),
        pytest.approx(100 * POINT),
    )
    assert part.y == pytest.approx((200 - 80) * POINT)
    look = story.blocks[0].inlines[0].format
    assert (look.east_asia, look.bold, look.size) == ("黑体", True, pytest.approx(20.0))


@pytest.mark.parametrize("align, left", [(24, 100), (24 | 2, -60), (24 | 6, 20)])
def test_a_text_may_end_at_its_point_or_have_it_in_the_middle(align, left):
    (part,) = drawn(face(1, -100), select(1), ints(22, align), text(100, 200, "投资", 80))
    assert part.x == pytest.approx(left * POINT)


def test_a_text_that_moves_the_pen_is_followed_by_the_next():
    one, two = drawn(
        face(1, -100), select(1), ints(22, 25), ints(27, 100, 200), text(0, 0, "投资", 80), text(0, 0, "完成", 80)
    )
    assert (one.x, two.x) == (pytest.approx(100 * POINT), pytest.approx(260 * POINT))


def test_a_turned_text_turns_about_its_point():
    (part,) = drawn(face(1, -100, turn=900), select(1), ints(22, 24), text(500, 400, "投资", 80))
    middle = (part.x + part.shape.width / 2, part.y + part.shape.height / 2)
    assert part.shape.degrees == 270
    assert middle == (pytest.approx((500 - 30) * POINT), pytest.approx((400 - 80) * POINT))


def test_a_small_text_stands_by_its_alignment_in_the_width_of_its_font():
    wide = struct.pack("<2i4I2f", 100, 200, 2, 0x100, 1, 0, 1.0, 1.0)[:28] + "投资".encode("utf-16-le")
    narrow = struct.pack("<2i3I2f", 100, 300, 2, 0x300, 1, 1.0, 1.0) + b"ab"
    one, two = drawn(face(1, -100), select(1), ints(22, 24), (108, wide), (108, narrow))
    assert [(plain(part.shape.text.blocks), part.shape.text.stretches) for part in (one, two)] == [
        ("投资", False),
        ("ab", False),
    ]
    assert (one.x, one.y) == (pytest.approx(100 * POINT), pytest.approx((200 - 80) * POINT))


def test_the_pixels_of_a_blended_bitmap_may_be_clear():
    def shown(has_alpha: int) -> list[tuple[int, ...]]:
        numbers = struct.pack("<4i4B2i", 0, 0, 500, 250, 0, 0, 255, has_alpha, 0, 0) + bytes(24)
        numbers += struct.pack("<6I2i", 0, 0, 108, 40, 148, 8, 2, 1)
        head = struct.pack("<IiiHHIIiiII", 40, 2, 1, 1, 32, 0, 8, 0, 0, 0, 0)
        blend = (114, bytes(16) + numbers + head + b"\x00\x00\xff\xff\x00\x00\x00\x00")
        bitmap, _ = drawn(blend, *LINE)
        assert (bitmap.shape.width, bitmap.shape.height) == (100.0, 50.0)
        with Image.open(io.BytesIO(bitmap.shape.picture.data)) as image:
            return [image.convert("RGBA").getpixel((x, 0)) for x in (0, 1)]

    assert shown(1) == [(255, 0, 0, 255), (0, 0, 0, 0)]
    assert shown(0) == [(255, 0, 0, 255), (0, 0, 0, 255)]


def test_what_of_an_emf_is_not_drawn_is_told():
    glyphs = (84, struct.pack("<4iIff2i3I4iI", 0, 0, 0, 0, 1, 1, 1, 5, 5, 0, 76, 0x10, 0, 0, 0, 0, 76))
    told = read(emf(ints(54, 9, 9), (118, bytes(20)), (56, bytes(20)), glyphs, (94, bytes(4)), BITMAP))[1]
    undrawn = [f"{what}（没有画）" for what in ("按字形编号写的文字", "渐变填充", "直线和曲线混合的线条")]
    features = ["图案填充（画成灰色）", undrawn[0], "按掩码叠放的位图（照原样画）", *undrawn[1:]]
    assert told == [SAID, *(f"EMF 图片里{feature}" for feature in features)]


def test_a_block_without_a_picture_is_a_rectangle_of_the_brush():
    block = (76, bytes(16) + struct.pack("<4iI", 10, 20, 300, 1, 0x00F00021) + bytes(56))
    _, part = drawn(brush(1), select(1), ints(54, 5, 5), block)
    (path,) = part.shape.paths
    assert (path.fill, path.steps[0][1], path.steps[2][1]) == ("#ff0000", (2.0, 4.0), (62.0, pytest.approx(4.2)))


LINE = (ints(27, 0, 0), ints(54, 1000, 500))
RECTANGLE = ints(30, 100, 50, 600, 300)
BOX = (20.0, 10.0, 100.0, 50.0)  # of that, in points: x, y, width, height
RETOUCHED = "EMF 图片里不是矩形的剪裁区域（按外接矩形剪）"


def region(how: int, *boxes: tuple[int, int, int, int]) -> tuple[int, bytes]:
    """EMR_EXTSELECTCLIPRGN."""
    if not boxes:
        return 75, struct.pack("<II", 0, how)
    body = b"".join(struct.pack("<4i", *box) for box in boxes)
    head = struct.pack("<4I4i", 32, 1, len(boxes), len(body), 0, 0, 0, 0)
    return 75, struct.pack("<II", len(head + body), how) + head + body


def clips(*records: tuple[int, bytes]) -> list[tuple[float, ...] | None]:
    return [part.shape.clip and tuple(round(number, 6) for number in part.shape.clip) for part in drawn(*records)]


def test_what_is_drawn_within_a_clip_rectangle_is_cut_to_it_and_restored_with_the_state():
    outer = ints(30, 0, 0, 500, 500)
    (part,) = drawn(RECTANGLE, *LINE)
    assert part.shape.clip == pytest.approx(BOX)
    assert part.shape.parts[0].shape.paths[0].steps == (("M", (0.0, 0.0)), ("L", (200.0, 100.0)))
    found = clips(*LINE, (33, b""), RECTANGLE, *LINE, outer, *LINE, ints(34, -1), *LINE)
    assert found == [None, BOX, (20.0, 10.0, 80.0, 50.0), None]


def test_things_under_one_clip_rectangle_stand_together_texts_too():
    (part,) = drawn(face(1, -50), select(1), RECTANGLE, *LINE, text(200, 200, "投资", 50), *LINE)
    assert [plain(one.shape.text.blocks) if one.shape.text else "" for one in part.shape.parts] == ["", "投资", ""]


def test_clip_rectangles_are_measured_where_they_are_given():
    window = (ints(17, 8), ints(9, 100, 50), ints(11, 1000, 500))
    assert clips(*window, ints(30, 10, 5, 60, 30), *LINE) == [BOX]
    assert clips(*window, region(5, (100, 50, 600, 300)), *LINE) == [BOX]
    assert clips(RECTANGLE, ints(26, 100, -50), *LINE) == [(40.0, 0.0, 100.0, 50.0)]


def test_regions_are_combined_as_the_file_says():
    half, rest = (100, 50, 600, 100), (100, 100, 600, 300)
    assert clips(region(5, half, rest), *LINE) == [BOX]
    assert clips(RECTANGLE, region(5), *LINE) == [None]
    assert clips(region(5, (0, 0, 300, 500)), region(1, (100, 0, 1000, 100)), *LINE) == [(20.0, 0.0, 40.0, 20.0)]
    assert clips(RECTANGLE, region(4, half), *LINE) == [(20.0, 20.0, 100.0, 40.0)]
    assert clips(RECTANGLE, ints(29, 400, 0, 1000, 500), *LINE) == [(20.0, 10.0, 60.0, 50.0)]
    assert clips(RECTANGLE, (28, b""), region(5, (0, 0, 300, 500)), *LINE) == [(20.0, 10.0, 40.0, 50.0)]
    assert read(emf(region(5, half, rest), *LINE))[1] == [SAID]


def test_nothing_is_drawn_where_the_clip_region_is_empty():
    assert clips(*LINE, ints(30, 600, 0, 700, 500), ints(30, 0, 0, 100, 500), *LINE) == [None]


def test_a_path_may_be_the_clip_region_and_one_that_is_no_rectangle_is_told():
    def by(*points: int) -> tuple[tuple[int, bytes], ...]:
        return ((59, b""), points16(86, *points), (60, b""), ints(67, 5), *LINE)

    rectangle = by(100, 50, 600, 50, 600, 300, 100, 300)
    assert (clips(*rectangle), read(emf(*rectangle))[1]) == ([BOX], [SAID])
    triangle = by(100, 50, 600, 50, 350, 300)
    assert (clips(*triangle), read(emf(*triangle))[1]) == ([BOX], [SAID, RETOUCHED])
    apart = (region(5, (100, 50, 200, 100), (500, 200, 600, 300)), *LINE)
    assert (clips(*apart), read(emf(*apart))[1]) == ([BOX], [SAID, RETOUCHED])


def test_a_mirrored_group_mirrors_what_a_clip_rectangle_shows():
    (shape, _) = read(emf(RECTANGLE, *LINE))
    assert flipped(shape, True, False).parts[0].shape.clip == pytest.approx((80.0, 10.0, 100.0, 50.0))
    assert resized(shape, 400.0, 50.0).parts[0].shape.clip == pytest.approx((40.0, 5.0, 200.0, 25.0))


def test_of_a_picture_that_is_cut_the_rest_fills_its_box():
    # A quarter less at the left, half less below, in 200 × 100 points: the whole would be 266.7 × 200.
    crop = graphic("pic", picture('r:embed="a.emf"', '<a:srcRect l="25000" b="50000"/>'))
    image = '<v:imagedata r:id="a.emf" cropleft=".25" cropbottom="32768f"/>'
    shape = f'<v:shape type="#_x0000_t75" style="width:200pt;height:100pt">{image}</v:shape>'
    for run in (inline(crop, (200, 100)), pict(shape)):
        (found,) = paragraphs(source(p(run), media={"a.emf": emf(*LINE)}))[0].inlines
        (part,) = found.parts
        assert (found.clip, part.x, part.y) == ((0.0, 0.0, 200.0, 100.0), pytest.approx(-200 / 3), pytest.approx(0))
        end = part.shape.parts[0].shape.paths[0].steps[1][1]
        assert end == (pytest.approx(800 / 3), pytest.approx(200))


@pytest.mark.parametrize("cut", ['l="99500"', 'l="60000" r="60000"', 't="1e9"', 'b="-9999999999"', 'l="nan"'])
def test_odd_cuts_break_nothing(cut):
    run = inline(graphic("pic", picture('r:embed="a.emf"', f"<a:srcRect {cut}/>")), (200, 100))
    (found,) = paragraphs(source(p(run), media={"a.emf": emf(*LINE)}))[0].inlines
    assert (found.width, found.height) == (200, 100)


@pytest.mark.parametrize(
    "odd",
    [
        ints(30, 2**31 - 1, -(2**31), -(2**31), 2**31 - 1),
        (75, struct.pack("<II4I4i", 32, 5, 32, 1, 2**32 - 1, 0, 0, 0, 0, 0)),
        (75, struct.pack("<II", 2**32 - 1, 9)),
        (67, struct.pack("<I", 77)),
        (26, b""),
        (35, struct.pack("<6f", float("nan"), 0.0, 0.0, float("inf"), 0.0, 0.0)),
    ],
)
def test_odd_clips_break_nothing(odd):
    for part in drawn(*LINE, odd, RECTANGLE, *LINE, ints(34, -(2**31)), *LINE):
        assert part.shape.clip is None or all(abs(number) <= 2e5 for number in part.shape.clip)


def test_no_more_is_drawn_than_an_office_s_picture_holds():
    many = (87, bytes(16) + struct.pack("<I", 200_000) + bytes(800_000))
    player = played_emf(emf(*[many] * 7), (200, 100), "", lambda *_: None)
    assert sum(len(part.shape.paths[0].steps) for part in player.shape().parts) == 1_000_000
    deep = [(33, b"")] * 20_000
    assert len(drawn(*deep, *LINE)) == 1


def test_what_was_drawn_is_told_and_the_picture_of_an_object_is_drawn_as_well():
    data = emf(ints(27, 0, 0), ints(54, 500, 250))
    assert read(data)[1] == [SAID]
    image = '<v:shape type="#_x0000_t75" style="width:200pt;height:100pt"><v:imagedata r:id="a.emf"/></v:shape>'
    found = source(p(pict(image)), media={"a.emf": data})
    (shape,) = paragraphs(found)[0].inlines
    assert ([feature for feature, _ in found.warnings], len(shape.parts)) == ([SAID], 1)


@pytest.mark.parametrize(
    "data",
    [
        emf((87, bytes(16) + struct.pack("<I", 2**31))),
        emf(ints(54, 1)),
        emf((84, bytes(40))),
        emf((90, bytes(16) + struct.pack("<II", 2**31, 5))),
        emf(ints(27, 0, 0), header=bytes(32) + b" EMF" + bytes(44)),
    ],
)
def test_a_broken_metafile_leaves_an_empty_frame(data):
    shape, told = read(data)
    assert ([path.stroke for path in shape.paths], told) == (["#a6a6a6", "#a6a6a6"], ["EMF 格式的图片"])


def test_a_world_without_end_leaves_nothing_outside_of_numbers():
    endless = (35, struct.pack("<6f", float("inf"), 0.0, 0.0, float("nan"), 0.0, 0.0))
    for part in drawn(endless, ints(27, 10, 0), ints(54, 20, 5), text(1, 1, "投资", 80)):
        for path in part.shape.paths:
            assert all(abs(number) < 1e6 for _, numbers in path.steps for number in numbers)
