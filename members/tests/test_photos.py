"""Photos from strangers' telephones: checked, made new, ordered, agreed to, and taken off (T4, T18-T21, P10, R3)."""

import re
import resource
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import PIL.Image
import pillow_heif
import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from core.models import CustomImage
from members.models import MemberPage, PhotoReport
from members.portal import photo_decoder
from members.portal.photo_fields import MESSAGES, PhotosField, made_new
from members.services.photos import delete_orphans, photos_of
from members.services.reports import decide

pytestmark = [pytest.mark.django_db, pytest.mark.long]


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def picture(kind="JPEG", size=(400, 300), mode="RGB", **options) -> bytes:
    buffer = BytesIO()
    PIL.Image.new(mode, size, "#b5543a" if mode in {"RGB", "RGBA"} else 0).save(buffer, kind, **options)
    return buffer.getvalue()


def heic(size=(400, 300), exif=None, others=0) -> bytes:
    """What a telephone makes by itself; with ``others`` pictures behind the one that is shown."""
    buffer = BytesIO()
    file = pillow_heif.from_pillow(PIL.Image.new("RGB", size, "#b5543a"))
    for _number in range(others):
        file.add_from_pillow(PIL.Image.new("RGB", size, "#335577"))
    file.save(buffer, exif=exif.tobytes() if exif else None, primary_index=0)
    return buffer.getvalue()


def upload(data: bytes, name="foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="image/jpeg")


def located(orientation=6) -> PIL.Image.Exif:
    exif = PIL.Image.Exif()
    exif[Base.Orientation] = orientation
    exif[Base.Make] = "Telefoon"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (51.0, 35.0, 0.0)
    return exif


def texted() -> PngInfo:
    info = PngInfo()
    info.add_text("Comment", "Dorpsstraat 12")
    return info


BOMB = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (20_000).to_bytes(4) * 2 + b"\x08\x02\x00\x00\x00" + b"\x00" * 40
)
FRAMES = [PIL.Image.new("RGB", (400, 300), (number, 0, 0)) for number in range(3)]
MALFORMED = {
    "empty": b"",
    "text": b"geen foto",
    "html as gif": b"GIF89a<script>alert(1)</script>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "gif": picture("GIF", mode="P"),
    "bmp": picture("BMP"),
    "tiff": picture("TIFF"),
    "ico": picture("ICO", size=(256, 256), mode="RGBA"),
    "pdf": picture("PDF"),
    "bomb": BOMB,
    "heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
    "cut HEIC 1": heic()[: len(heic()) // 10],
    "cut HEIC 9": heic()[: len(heic()) * 9 // 10],
    "damaged HEIC": heic()[:-60] + b"\xff\x00" * 30,
    "avif that says it is HEIC": picture("AVIF").replace(b"ftypavif", b"ftypheic"),
    "HEIC that moves": heic().replace(b"ftypheic", b"ftypmsf1", 1),
    "small": picture(size=(10, 10)),
    "animated png": picture("PNG", save_all=True, append_images=FRAMES),
    "animated webp": picture("WEBP", save_all=True, append_images=FRAMES),
    **{
        f"cut {kind} {part}": picture(kind)[: len(picture(kind)) * part // 10]
        for kind in ("JPEG", "PNG", "WEBP")
        for part in (1, 9)
    },
    **{
        f"damaged {kind}": picture(kind)[:30] + b"\xff\x00" * 60 + picture(kind)[150:]
        for kind in ("JPEG", "PNG", "WEBP")
    },
}


@pytest.mark.filterwarnings("ignore")  # Pillow warns of some of these
def test_T19_malformed_file_is_a_message_and_never_a_fault():
    for name, data in MALFORMED.items():
        field = PhotosField()
        photos = field.clean([upload(data)])

        assert {error.code for error in field.refused} <= set(MESSAGES), name
        assert len(photos) + len(field.refused) == 1, name
        # What is left of some of them can be read.
        assert [PIL.Image.open(photo).size for photo in photos] in ([], [(400, 300)]), name


def test_T19_malformed_file_takes_nothing_along(writer, photo_of):
    kept = photo_of(alt="")

    response = writer.fill(
        "fotos/", **{f"alt-{kept.pk}": "Een bankje", "files": [upload(b"geen foto"), upload(picture())]}
    )

    found = photos_of(writer.draft())
    assert response.status_code == 422
    assert "De rest is bewaard" in response.content.decode()
    assert [photo.alt for photo in found] == ["Een bankje", ""]


@pytest.mark.filterwarnings("ignore")
def test_T20_what_is_refused_says_why(writer):
    for name in ("heic", "bomb", "gif", "svg", "small", "animated webp", "html as gif", "cut PNG 9"):
        response = writer.fill("fotos/", files=[upload(MALFORMED[name], "mijn foto.jpg")])

        assert response.status_code == 422, name
        message = BeautifulSoup(response.content, "html.parser").select_one(".form__error").get_text()
        assert "‘mijn foto.jpg’" in message, name
    assert not CustomImage.objects.exists()


def animated_gif(frames: int) -> bytes:
    """A GIF of one pixel in many frames."""
    frame = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    return b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff" + frame * frames + b";"


def animated_webp(side: int) -> bytes:
    """A small animation that says of itself that it is very large."""
    data = bytearray(picture("WEBP", save_all=True, append_images=FRAMES))
    place = data.index(b"VP8X") + 12
    data[place : place + 6] = (side - 1).to_bytes(3, "little") * 2
    return bytes(data)


def large_heic(side: int) -> bytes:
    """A small HEIC that says of itself that it is very large."""
    data = bytearray(heic())
    place = data.index(b"ispe") + 8
    data[place : place + 8] = side.to_bytes(4) * 2
    return bytes(data)


def scans(number: int) -> bytes:
    """A JPEG that is told in very many scans, each over the whole picture."""
    data = picture(size=(5000, 4000), progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:-2] + data[last:-2] * number + data[-2:]


def test_T18_bomb_costs_neither_time_nor_memory(writer):
    bombs = {
        "400 megapixels": picture("PNG", size=(20_000, 20_000), mode="1"),
        "30,000 frames": animated_gif(30_000),
        "10,000 by 10,000, moving": animated_webp(10_000),
        "ico": picture("ICO", size=(256, 256), mode="RGBA"),
        "heic": large_heic(10_000),
    }
    before = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    for name, data in bombs.items():
        assert len(data) < 2_000_000
        assert writer.fill("fotos/", files=[upload(data)]).status_code == 422, name
    after = resource.getrusage(resource.RUSAGE_SELF)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - children.ru_utime
    spent += after.ru_utime - before.ru_utime

    assert not CustomImage.objects.exists()
    assert spent / len(bombs) < 2  # seconds
    assert after.ru_maxrss - before.ru_maxrss < 150_000  # kB


def test_T18_decoder_is_held_to_its_time_and_memory(monkeypatch):
    for limit, value, data in (
        ("MOST_SECONDS", 1, scans(600)),
        ("MOST_MEMORY", 200 * 1024**2, picture("PNG", size=(6000, 6000), mode="RGBA")),
    ):
        source = Path(photo_decoder.__file__).read_text()
        program = re.sub(rf"^{limit} = .*$", f"{limit} = {value}", source, flags=re.MULTILINE)
        done = subprocess.run(
            [sys.executable, "-I", "-c", program], input=data, capture_output=True, check=False
        )
        assert done.returncode != 0, limit
        assert done.stdout == b"", limit


POLYGLOTS = {
    "jpeg and zip": picture() + b"PK\x03\x04 <script>alert(1)</script>",
    "jpeg with a script": picture(comment=b"<script>alert(1)</script> %PDF-1.7"),
    "png with a page behind it": picture("PNG") + b"<script>alert(1)</script>%PDF-1.7",
    "webp and zip": picture("WEBP") + b"PK\x03\x04<script>",
    "heic and zip": heic() + b"PK\x03\x04<script>",
    "heic with more pictures": heic(others=2),
}


def test_T20_what_is_stored_is_a_photo_and_nothing_else(writer, client):
    for data in POLYGLOTS.values():
        assert writer.fill("fotos/", files=[upload(data, "foto.html")]).status_code == 302
    images = CustomImage.objects.all()

    assert len(images) == len(POLYGLOTS)
    for image in images:
        response = client.get(image.file.url)
        stored = b"".join(response)
        assert stored[:3] == b"\xff\xd8\xff"
        assert [mark for mark in (b"<script", b"PK\x03\x04", b"%PDF") if mark in stored] == []
        assert response["Content-Type"] == "image/jpeg"
        assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("kind", ["jpeg", "heic"])
def test_T21_photo_is_upright_and_tells_nothing_of_where_it_was_made(kind):
    for orientation in range(1, 9):
        exif = located(orientation)
        opened = PIL.Image.open(made_new(upload(heic(exif=exif) if kind == "heic" else picture(exif=exif))))

        assert opened.format == "JPEG"
        assert opened.size == ((400, 300) if orientation < 5 else (300, 400))
        assert not opened.getexif()
        assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_T21_no_address_of_a_photo_leaks_the_place(writer, client):
    data = picture(exif=located()) + b"PK\x03\x04 <script>alert(1)</script>"
    writer.fill(
        "fotos/",
        files=[
            upload(data),
            upload(picture("PNG", pnginfo=texted()), "b.png"),
            upload(picture("WEBP", exif=located()), "c.webp"),
        ],
    )
    writer.fill("fotos/", files=[upload(heic(exif=located()), "d.heic")])
    writer.fill("fotos/", **{f"alt-{photo.image.pk}": "Bankje" for photo in photos_of(writer.draft())})
    page = writer.draft()
    page.save_revision().publish()
    addresses = {
        part.split()[0]
        for tag in BeautifulSoup(client.get(page.url).content, "html.parser").select(
            "img[srcset], meta[content*='/media/']"
        )
        for part in (tag.get("srcset") or tag["content"]).split(",")
    }
    told = client.get(f"/api/v1/members/{page.pk}").content.decode()
    addresses |= set(re.findall(r"/media/[^\" ,]+", told))
    originals = [image.file.url for image in CustomImage.objects.all()]

    assert len(originals) == 4
    for address in [*addresses, *originals]:
        with default_storage.open(address.partition("/media/")[2]) as file:
            stored = file.read()
        for secret in (b"Telefoon", b"Exif", b"Dorpsstraat", b"<script", b"PK\x03\x04"):
            assert secret not in stored


def test_T4_name_of_a_file_is_never_used(writer):
    writer.fill("fotos/", files=[upload(picture(), '"><img src=x onerror=alert(1)>.jpg')])

    image = CustomImage.objects.get()
    assert image.file.name.startswith("original_images/lid-")
    assert "onerror" not in image.title


def test_large_photo_is_made_smaller_and_cmyk_becomes_rgb():
    assert max(PIL.Image.open(made_new(upload(picture(size=(3000, 1500))))).size) == 2400
    assert PIL.Image.open(made_new(upload(picture(mode="CMYK")))).mode == "RGB"
    assert PIL.Image.open(made_new(upload(picture("PNG", mode="RGBA"), "a.png"))).mode == "RGBA"


def test_photos_are_ordered_and_taken_away_with_buttons(writer, photo_of):
    first, second, third = (photo_of(alt=name).pk for name in "abc")

    response = writer.fill("fotos/", action=f"up:{third}")
    assert response["Location"] == writer.url(f"fotos/#photo-{third}")
    writer.fill("fotos/", action=f"down:{first}")
    assert [photo.alt for photo in photos_of(writer.draft())] == ["c", "a", "b"]
    writer.fill("fotos/", action=f"remove:{third}")

    assert [photo.image.pk for photo in photos_of(writer.draft())] == [first, second]


def test_agreement_is_kept_with_its_day(writer, photo_of, freezer):
    image = photo_of(agreed=False)
    freezer.move_to("2026-11-20 12:00")
    writer.fill("fotos/", **{f"agreed-{image.pk}": "on"})
    freezer.move_to("2026-11-25 12:00")
    writer.fill("fotos/", **{f"agreed-{image.pk}": "on", f"alt-{image.pk}": "Anders"})

    assert str(photos_of(writer.draft())[0].agreed_on) == "2026-11-20"


def test_new_photo_is_what_the_browser_shows_next(writer, photo_of):
    photo_of()

    response = writer.fill("fotos/", files=[upload(picture())], action="save")

    newest = photos_of(writer.draft())[-1].image.pk
    assert response["Location"] == writer.url(f"fotos/#photo-{newest}")
    assert writer.fill("fotos/", action="save")["Location"] == writer.url("fotos/")


def test_most_photos_are_said_and_held(writer, photo_of):
    response = writer.fill("fotos/", files=[upload(picture())] * 4)

    assert response.status_code == 422
    assert "drie foto’s" in response.content.decode()


def test_large_upload_is_for_who_is_signed_in(writer, client):
    large = b"x" * (2 * 1024 * 1024)

    assert client.post(writer.url("fotos/"), {"files": upload(large)}).status_code == 413
    assert writer.post("stap/about/", {"files": upload(large)}).status_code == 413
    assert writer.fill("fotos/", files=[upload(large)]).status_code == 422


def test_T40_strangers_cannot_order_renditions(client, tree, make_image):
    image = make_image()

    for address in (f"/images/abc/{image.pk}/width-100/", f"/media/images/{image.pk}.width-99.png"):
        assert client.get(address).status_code == 404
    assert not image.renditions.exists()
    with pytest.raises(NoReverseMatch):
        reverse("wagtailimages_serve", args=["abc", image.pk, "width-100"])


@pytest.fixture
def published(make_writer, make_image):
    """A writer of a live page with two photos; gives writer and the second photo."""
    writer = make_writer(live=True)
    draft = writer.draft()
    draft.image, draft.image_alt = make_image("Een", size=(400, 300)), "Een"
    second = make_image("Twee", size=(400, 300))
    draft.photos.create(image=second, alt="Twee vrouwen", caption="Feest", agreed_on=timezone.localdate())
    draft.save_revision().publish()
    return writer, second


def test_P10_member_takes_a_photo_off_at_once(published, client, mailed):
    writer, image = published
    client.get(writer.page.url)
    assert image.renditions.exists()
    known = {image.file.name, *image.renditions.values_list("file", flat=True)}

    mailed(lambda: writer.post(f"fotos/{image.pk}/van-de-site/"))

    assert "Twee vrouwen" not in client.get(writer.page.url).content.decode()
    assert not image.renditions.exists()
    assert not {path for path in known if default_storage.exists(path)}
    assert len(photos_of(writer.draft())) == 1
    assert all("Twee vrouwen" not in str(revision.content) for revision in writer.draft().revisions.all())


def test_taking_a_photo_off_cannot_be_undone_and_is_asked_first(published, client):
    writer, image = published

    page = BeautifulSoup(writer.get(f"fotos/{image.pk}/van-de-site/").content, "html.parser")

    assert page.select_one("main img")["alt"] == "Twee vrouwen"
    assert page.select_one(f'main a[href="{writer.url(f"fotos/#photo-{image.pk}")}"]')
    assert "Twee vrouwen" in client.get(writer.page.url).content.decode()


def test_photo_that_nobody_sees_yet_cannot_be_taken_off_the_site(published, make_image):
    writer, image = published
    draft = writer.draft()
    draft.photos.create(image=make_image("Drie", size=(400, 300)), alt="Drie")
    draft.save_revision(user=writer.user)
    page = BeautifulSoup(writer.get("fotos/").content, "html.parser")
    links = [link["href"] for link in page.select(".photo__off")]

    assert len(page.select(".photo")) == 3
    assert links == [writer.url(f"fotos/{pk}/van-de-site/") for pk in (draft.image_id, image.pk)]


def test_P10_anybody_gets_a_photo_off_and_staff_decide(published, client, freezer, signed_in, mailed):
    writer, _image = published
    links = BeautifulSoup(client.get(writer.page.url).content, "html.parser").select(".gallery__off")
    assert len(links) == len(photos_of(writer.draft())) == 2  # one at every photo, the large one too
    link = links[1]["href"]
    token = client.get(link).context["token"]
    freezer.tick(10)

    client.get(link)
    assert "Twee vrouwen" in client.get(writer.page.url).content.decode()
    client.post(link, {"guard-token": token, "reason": "Ik sta erop", "email": "ik@example.org"})

    assert "Twee vrouwen" not in client.get(writer.page.url).content.decode()
    report = PhotoReport.objects.get()
    reviewer = signed_in("reviewer")
    assert "Ik sta erop" in reviewer.get("/admin/members-at-work/photos/").content.decode()
    reviewer.post(f"/admin/members-at-work/photos/{report.pk}/", {"keep": "1"})
    assert "Twee vrouwen" in client.get(writer.page.url).content.decode()
    assert PhotoReport.objects.get().email == ""


def test_reported_photo_is_deleted_when_staff_say_so(published, signed_in, mailed):
    writer, image = published
    path = image.file.name
    report = PhotoReport.objects.create(page=writer.page, image=image)

    reviewer = signed_in("reviewer").user
    mailed(lambda: decide(report=report, keep=False, by=reviewer))

    assert not default_storage.exists(path)


def test_photos_of_another_page_cannot_be_reported(published, tree, client):
    _writer, image = published

    assert client.get(f"/foto/{tree.member().pk}/{image.pk}/").status_code == 404


def test_R3_upload_that_was_never_saved_is_cleaned_up(writer, freezer):
    writer.fill("fotos/", files=[upload(picture())])
    used = CustomImage.objects.get()
    lost = CustomImage.objects.get(pk=used.pk)
    lost.pk = None
    lost.file.save("lid-9-verweesd.jpg", upload(picture()), save=False)
    lost.save()
    default_storage.save("original_images/lid-9-zonder-rij.jpg", upload(picture()))

    freezer.tick(3 * 24 * 3600)
    assert delete_orphans() == 2

    assert list(CustomImage.objects.values_list("pk", flat=True)) == [used.pk]
    assert MemberPage.objects.get(pk=writer.page.pk).get_latest_revision_as_object().image_id == used.pk
