"""Whatever file is uploaded, the answer is a picture or a form error (safety T18, T19)."""

import json
import random
import struct
import zlib
from io import BytesIO

import PIL.Image
import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from core.models import CustomImage

pytestmark = pytest.mark.django_db

ADD, ADD_SEVERAL = "/admin/images/add/", "/admin/images/multiple/add/"
FORMATS = ["jpeg", "png", "webp", "avif"]


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def picture(image_format):
    """A small picture with some detail, so that the decoder has work to do."""
    noise = random.Random(1)
    image = PIL.Image.frombytes("RGB", (60, 40), bytes(noise.randrange(256) for _ in range(60 * 40 * 3)))
    buffer = BytesIO()
    image.save(buffer, image_format)
    return buffer.getvalue()


def png_of(width, height):
    """A PNG of some bytes that says to be this large."""

    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


BROKEN = {
    "empty.png": b"",
    "text.jpg": b"this is no picture",
    "page.png": b"<html><script>alert(1)</script></html>",
    "gif-with-rubbish.png": b"GIF89a" + b"\xff" * 40,
    "header-only.jpg": picture("jpeg")[:20],
    "header-only.png": picture("png")[:33],
    "header-only.webp": picture("webp")[:30],
    "header-only.avif": picture("avif")[:40],
    "wrong-name.png": picture("jpeg"),
    "without-pixels.png": png_of(50, 50),
    "too-many-pixels.png": png_of(20_000, 20_000),
    "far-too-many-pixels.png": png_of(60_000, 60_000),
    "negative-size.png": png_of(0xFFFFFFFF, 0xFFFFFFFF),
    "nothing-wide.png": png_of(0, 0),
    **{f"half.{name}": picture(name)[: len(picture(name)) // 2] for name in FORMATS},
    "end-gone.jpeg": picture("jpeg")[:-20],
}


def upload(client, name, content, **fields):
    file = SimpleUploadedFile(name, content, content_type="image/png")
    return client.post(ADD, {"title": "Bankje", "file": file, "description": "", "credit": ""} | fields)


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_a_form_error(tree, admin_client, name):
    response = upload(admin_client, name, BROKEN[name])

    assert response.status_code == 200
    error = BeautifulSoup(response.content, "html.parser").select_one("#panel-file-errors, .error-message")
    assert error
    assert error.get_text(strip=True)
    assert not CustomImage.objects.exists()


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_among_several_is_an_error_of_that_file(tree, admin_client, name):
    file = SimpleUploadedFile(name, BROKEN[name], content_type="image/png")

    response = admin_client.post(ADD_SEVERAL, {"title": "Bankje", "files[]": file})

    answer = json.loads(response.content)
    assert (response.status_code, answer["success"]) == (200, False)
    assert answer["error_message"]
    assert not CustomImage.objects.exists()


@pytest.mark.parametrize("image_format", FORMATS)
def test_damaged_file_never_breaks_the_form(tree, admin_client, image_format):
    chance = random.Random(image_format)
    whole = picture(image_format)
    for _ in range(25):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 30)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)

        response = upload(admin_client, f"foto.{image_format}", bytes(damaged))

        assert response.status_code in (200, 302)  # some damage leaves a picture


@pytest.mark.parametrize("image_format", FORMATS)
def test_good_picture_is_accepted(tree, admin_client, image_format):
    response = upload(admin_client, f"foto.{image_format}", picture(image_format), description="Een bankje")

    assert response.status_code == 302
    image = CustomImage.objects.get()
    assert (image.width, image.height, image.description) == (60, 40, "Een bankje")


def test_several_good_pictures_are_accepted(tree, admin_client):
    file = SimpleUploadedFile("foto.png", picture("png"), content_type="image/png")

    answer = json.loads(admin_client.post(ADD_SEVERAL, {"title": "Bankje", "files[]": file}).content)

    assert answer["success"]
    assert CustomImage.objects.get().title == "Bankje"


def test_picture_can_be_changed_without_a_new_file(tree, admin_client, make_image):
    image = make_image()

    admin_client.post(
        f"/admin/images/{image.pk}/", {"title": "Bank", "description": "Een bank", "credit": ""}
    )

    image.refresh_from_db()
    assert (image.title, image.description) == ("Bank", "Een bank")
