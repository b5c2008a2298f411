import hashlib
from pathlib import Path

import PIL.Image
import pytest

from core.images import SIZES, specs_for
from core.models import CustomImage, Rendition
from core.renditions import prepare_renditions, renditions_of
from tests.tree import text_of

ORIENTATION, GPS, MAKE = 0x0112, 0x8825, 0x010F


def exif_of_a_phone(orientation=6):
    exif = PIL.Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = "Telefoon van Marieke"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (52.0, 5.0, 11.0)
    return exif


@pytest.mark.parametrize("image_format", ["JPEG", "WEBP", "PNG"])
def test_stored_original_has_no_metadata_and_stands_upright(make_image, image_format):
    image = make_image(size=(60, 40), image_format=image_format, exif=exif_of_a_phone())

    with PIL.Image.open(image.file.path) as stored:
        stored.load()

    assert dict(stored.getexif()) == {}
    assert "exif" not in stored.info
    assert b"Marieke" not in Path(image.file.path).read_bytes()
    assert (image.width, image.height) == stored.size == (40, 60)


def test_file_size_and_hash_are_those_of_the_stored_file(make_image):
    image = make_image(image_format="JPEG", exif=exif_of_a_phone())

    content = Path(image.file.path).read_bytes()

    assert image.file_size == len(content)
    assert image.file_hash == hashlib.sha1(content, usedforsecurity=False).hexdigest()


def test_rendition_of_a_jpeg_has_no_metadata(make_image):
    image = make_image(image_format="JPEG", exif=exif_of_a_phone(orientation=1))

    with PIL.Image.open(image.get_rendition("fill-100x100|format-jpeg").file.path) as rendition:
        assert dict(rendition.getexif()) == {}


def test_specs_of_named_sizes_are_in_order():
    assert specs_for("avatar", "social") == (*SIZES["avatar"].specs, "fill-1200x630|format-jpeg")


def test_unknown_size_is_refused():
    with pytest.raises(KeyError):
        specs_for("card", "huge")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("caption", "credit", "printed"),
    [
        ("Onder het uithangbord.", "Anna de Wit", "Onder het uithangbord. Beeld: Anna de Wit"),
        ("", "Anna de Wit", "Beeld: Anna de Wit"),
        ("Het uithangbord", "Foto: Anna de Wit", "Het uithangbord Foto: Anna de Wit"),
    ],
)
def test_reader_is_told_who_made_the_picture(caption, credit, printed, tree, make_image, visit):
    image = make_image()
    type(image).objects.filter(pk=image.pk).update(credit=credit)
    page = tree.news(image=image, image_alt="Een uithangbord", image_caption=caption)

    assert text_of(visit(page.url).select_one("figcaption")) == printed


def test_known_sizes_are_not_written_to_the_cache_again(make_image, monkeypatch):
    image = make_image(size=(800, 600))
    prepare_renditions(image, "card")
    written = []
    monkeypatch.setattr(
        type(Rendition.cache_backend), "set_many", lambda self, data, *args: written.extend(data) or []
    )

    again = renditions_of(CustomImage.objects.get(pk=image.pk), "card")

    assert [item.width for item in again]
    assert written == []


def test_name_of_a_file_is_no_suggestion_for_what_a_picture_shows(make_image):
    assert make_image("foto").default_alt_text == ""

    described = make_image("foto")
    described.description = "Twee vrouwen planten bonen."
    assert described.default_alt_text == "Twee vrouwen planten bonen."
