"""Pictures of every kind → PNG or JPEG that every writer takes, with the effects that Word gives them."""

import io
import struct

import pytest
from drawing_parts import anchor, floating, graphic, picture, told
from PIL import Image
from small_docx import PNG, p, paragraphs, source

from docgen.pdf.reading.drawings.metafiles.containers import metafile
from docgen.pdf.reading.drawings.raster import Effects, Raster, raster
from docgen.pdf.source import Shape


def packed(image: Image.Image, form: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def opened(found: Raster | str) -> Image.Image:
    assert isinstance(found, Raster)
    return Image.open(io.BytesIO(found.data))


RED_AND_BLUE = Image.new("RGB", (4, 2), "#ff0000")
RED_AND_BLUE.paste("#0000ff", (2, 0, 4, 2))
PNG_4 = packed(RED_AND_BLUE, "PNG")
JPEG = packed(RED_AND_BLUE, "JPEG")


def test_a_png_and_a_jpeg_stay_as_they_are():
    assert raster(PNG_4) == Raster(PNG_4, "image/png")
    assert raster(JPEG) == Raster(JPEG, "image/jpeg")


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_kinds_become_png(form):
    found = raster(packed(RED_AND_BLUE, form, **({"lossless": True} if form == "WEBP" else {})))
    image = opened(found)
    assert (image.format, image.size, image.convert("RGB").getpixel((0, 0))) == ("PNG", (4, 2), (255, 0, 0))


@pytest.mark.parametrize(
    "image, mode, pixel",
    [
        (Image.new("CMYK", (2, 2), (255, 0, 0, 0)), "RGB", (0, 255, 255)),
        (Image.new("I;16", (2, 2), 0x8000), "L", 128),
    ],
)
def test_colours_that_no_writer_takes_are_converted(image, mode, pixel):
    found = opened(raster(packed(image, "TIFF")))
    assert (found.format, found.mode, found.getpixel((0, 0))) == ("PNG", mode, pixel)


def test_a_cmyk_jpeg_is_shown_in_rgb():
    found = opened(raster(packed(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG")))
    red, green, blue = found.getpixel((4, 4))
    assert (found.format, red > 240, green < 15, blue < 15) == ("JPEG", True, True, True)


def test_a_palette_with_a_transparent_colour_gets_an_alpha_channel():
    image = RED_AND_BLUE.convert("P", palette=Image.Palette.ADAPTIVE)
    found = opened(raster(packed(image, "PNG", transparency=image.getpixel((0, 0)))))
    assert (found.mode, found.getpixel((0, 0))[3], found.getpixel((3, 0))[3]) == ("RGBA", 0, 255)


def test_of_moving_pictures_the_first_is_shown():
    frames = [Image.new("RGB", (2, 2), color) for color in ("#00ff00", "#ff0000")]
    found = opened(raster(packed(frames[0], "GIF", save_all=True, append_images=frames[1:])))
    assert found.convert("RGB").getpixel((0, 0)) == (0, 255, 0)


def test_how_a_camera_was_held_does_not_count():
    exif = Image.Exif()
    exif[0x0112] = 6
    found = raster(packed(RED_AND_BLUE, "JPEG", exif=exif))
    image = opened(found)
    assert (image.getexif().get(0x0112), image.size) == (None, (4, 2))


def bomb() -> bytes:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return PNG[:16] + head + PNG[29:]


@pytest.mark.parametrize(
    "data, feature",
    [
        (bomb(), "大得不正常的图片"),
        (packed(RED_AND_BLUE, "GIF")[:6] + struct.pack("<HH", 65535, 65535), "大得不正常的图片"),
        (PNG[:45], "损坏的图片"),
        (b"GIF89a", "损坏的图片"),
        (b"\xff\xd8\xff\xe0\xff\xff", "损坏的图片"),
        (b"BM" + b"\xff" * 60, "损坏的图片"),
        (PNG_4[:16] + bytes(8) + PNG_4[24:], "损坏的图片"),
        (PNG_4[:24] + b"\7" + PNG_4[25:], "损坏的图片"),
        (PNG_4[:25] + b"\5" + PNG_4[26:], "损坏的图片"),
        (JPEG.replace(b"\xff\xc0\0\x11\x08", b"\xff\xc0\0\x11\x0c"), "损坏的图片"),
        (JPEG.replace(b"\xff\xc0", b"\xff\xc3"), "损坏的图片"),
        (b"", "不认识的格式的图片"),
    ],
)
def test_pictures_that_are_broken_or_far_too_large_are_told(data, feature):
    assert raster(data) == feature


@pytest.mark.parametrize(
    "effects, size, pixel",
    [
        (Effects(crop=(0.0, 0.0, 0.0, 0.5)), (2, 2), (0, 0, 255)),
        (Effects(crop=(0.5, 0.0, 0.0, 0.0)), (4, 1), (255, 0, 0)),
        (Effects(flip_horizontal=True), (4, 2), (0, 0, 255)),
        (Effects(grey=True), (4, 2), 76),
        (Effects(bilevel=0.2), (4, 2), 255),
        (Effects(brightness=0.7, contrast=-0.7), (4, 2), (255, 178, 178)),
        (Effects(transparent="#ff0000"), (4, 2), (255, 0, 0, 0)),
        (Effects(transparent="#00ff00"), (4, 2), (255, 0, 0, 255)),
    ],
)
def test_effects_change_the_pixels(effects, size, pixel):
    found = opened(raster(PNG_4, effects))
    assert (found.size, found.getpixel((0, 0))) == (size, pixel)


def test_a_picture_cut_outside_of_itself_has_a_clear_margin():
    found = opened(raster(PNG_4, Effects(crop=(0.0, 0.0, 0.0, -0.5))))
    assert (found.size, found.getpixel((0, 0)), found.getpixel((2, 0))) == ((6, 2), (0, 0, 0, 0), (255, 0, 0, 255))


def test_cutting_more_than_there_is_leaves_a_pixel():
    assert opened(raster(PNG_4, Effects(crop=(0.0, 9e9, 0.0, 1.0)))).size == (1, 2)
    assert opened(raster(PNG_4, Effects(crop=(0.0, 0.0, 0.0, -9e9)))).size == (44, 2)


def test_the_same_picture_gives_the_same_bytes():
    data = packed(RED_AND_BLUE, "BMP")
    assert raster(data) == raster(data)


def shown(inside: str = "", more: str = "", look: str = "") -> Shape:
    inner = graphic("pic", picture('r:embed="a.png"', more=more, inside=inside, look=look))
    return floating(anchor(inner, size=(40, 20)), media={"a.png": PNG_4}).shape


def pixel(shape: Shape, at: tuple[int, int] = (0, 0)) -> object:
    return Image.open(io.BytesIO(shape.picture.data)).getpixel(at)


def test_a_picture_is_cut_where_the_file_says():
    found = shown(more='<a:srcRect l="50000"/>')
    assert (pixel(found), found.picture.width, found.picture.height) == ((0, 0, 255), 40.0, 20.0)


def test_the_white_of_a_scanned_seal_is_made_transparent():
    change = (
        '<a:clrChange><a:clrFrom><a:srgbClr val="FF0000"/></a:clrFrom>'
        '<a:clrTo><a:srgbClr val="FF0000"><a:alpha val="0"/></a:srgbClr></a:clrTo></a:clrChange>'
    )
    assert pixel(shown(inside=change)) == (255, 0, 0, 0)


def test_grey_pale_and_see_through_pictures():
    assert pixel(shown(inside="<a:grayscl/>")) == 76
    assert pixel(shown(inside='<a:lum bright="70000" contrast="-70000"/>')) == (255, 178, 178)
    assert shown(inside='<a:alphaModFix amt="30000"/>').picture.alpha == 0.3


def test_a_picture_may_be_turned_flipped_and_framed():
    look = (
        '<a:xfrm rot="5400000" flipH="1"/><a:ln w="25400"><a:solidFill><a:srgbClr val="00FF00"/></a:solidFill></a:ln>'
    )
    found = shown(look=look)
    assert (found.degrees, pixel(found)) == (90.0, (0, 0, 255))
    (border,) = found.parts
    assert [(path.stroke, path.width) for path in border.shape.paths] == [("#00ff00", 2.0)]


def test_what_is_done_to_a_picture_in_vain_is_told():
    inner = graphic("pic", picture('r:embed="a.png"', inside="<a:duotone/>", look='<a:prstGeom prst="ellipse"/>'))
    assert told(anchor(inner), media={"a.png": PNG_4}) == ["图片的双色效果", "按形状裁剪的图片（按矩形画）"]


HEAD = struct.pack("<IiiHHIIiiII", 40, 2, 1, 1, 24, 0, 8, 0, 0, 0, 0)
BITS = b"\x00\x00\xff\xff\x00\x00\0\0"  # a red and a blue pixel


def wmf(*records: tuple[int, bytes]) -> bytes:
    body = b"".join(struct.pack("<IH", 3 + len(content) // 2, number) + content for number, content in records)
    return struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 0, 0, 0) + body + struct.pack("<IH", 3, 0)


def emf(*records: tuple[int, bytes]) -> bytes:
    head = bytearray(80)
    struct.pack_into("<II", head, 0, 1, 88)
    head[40:44] = b" EMF"
    body = b"".join(struct.pack("<II", number, 8 + len(content)) + content for number, content in records)
    return bytes(head) + bytes(8) + body + struct.pack("<IIIII", 14, 20, 0, 0, 20)


STRETCHED_WMF = (0x0F43, bytes(22) + HEAD + BITS)
STRETCHED_EMF = (81, bytes(40) + struct.pack("<IIII", 80, 40, 120, 8) + bytes(16) + HEAD + BITS)
INK_WMF, INK_EMF = (0x0325, bytes(4)), (4, bytes(4))


@pytest.mark.parametrize("data", [wmf(STRETCHED_WMF), emf(STRETCHED_EMF)])
def test_the_one_bitmap_of_a_metafile_is_shown(data):
    image = opened(raster(metafile(data).bitmaps[0]))
    assert [image.getpixel((x, 0)) for x in (0, 1)] == [(255, 0, 0), (0, 0, 255)]


def test_packed_metafiles_are_unpacked():
    import gzip

    assert len(metafile(gzip.compress(emf(STRETCHED_EMF))).bitmaps) == 1


@pytest.mark.parametrize(
    "data, features",
    [
        (wmf(STRETCHED_WMF), []),
        (wmf(STRETCHED_WMF, INK_WMF), ["WMF 图片里的线条和文字（只画其中的位图）"]),
        (emf(INK_EMF), ["EMF 格式的图片"]),
        (emf(STRETCHED_EMF, STRETCHED_EMF), ["EMF 格式的图片"]),
        (emf((81, bytes(8))), ["EMF 格式的图片"]),
        (wmf((0x0F43, bytes(40))), ["WMF 格式的图片"]),
    ],
)
def test_what_of_a_metafile_is_not_shown_is_told(data, features):
    inner = graphic("pic", picture('r:embed="a.emf"'))
    assert told(anchor(inner), media={"a.emf": data}) == features


def test_a_picture_of_unknown_extension_is_known_by_its_bytes():
    found = paragraphs(source(p(anchor(graphic("pic", picture('r:embed="a.bin"')))), media={"a.bin": PNG_4}))
    assert found[0].inlines[0].shape.picture.mime == "image/png"
