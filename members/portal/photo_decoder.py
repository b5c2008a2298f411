"""Decodes one photo in a process of its own, which may use so much memory and time and no more.

A photo is what a stranger sends: it may be made to fill the memory, to keep a decoder busy for hours, or to
crash it. Run as a program this file reads the photo from standard input and writes the new one to standard
output; its exit code says what is wrong. It imports nothing of the site, so that it starts in a tenth of a second.
"""

import resource
import subprocess
import sys
from io import BytesIO

import PIL.Image
from PIL import ImageOps

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
MOST_PIXELS = 40_000_000
LEAST_SIDE = 200
# Larger than any rendition of the site needs; what is larger only costs space and time.
LONGEST_SIDE = 2400
MOST_MEMORY = 1024**3  # bytes of address space; a photo of 40 million pixels takes about half
MOST_SECONDS = 5  # of computing; the largest photo takes about two
PATIENCE = 15  # seconds by the clock, on a machine that has more to do

REASONS = {3: "pixels", 4: "small", 5: "moving"}
PNG_HEAD = b"\x89PNG"
HEADS = (b"\xff\xd8", PNG_HEAD, b"RIFF")
HEIF_BRANDS = (b"heic", b"heix", b"mif1")  # still pictures; what films say of themselves is left out


class Refused(Exception):  # noqa: N818 - a state of affairs, not a fault
    """The photo cannot be used; ``reason`` is one of ``REASONS``, or ``unreadable``."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


def decode(data: bytes) -> tuple[bytes, str]:
    """The photo in ``data`` as a new file, and its kind (``jpeg`` or ``png``). Raises ``Refused``.

    The new one is upright, of a reasonable size, and has nothing but its pixels and their colour profile.
    """
    if not (data.startswith(HEADS) or is_heif(data)):
        raise Refused("unreadable")
    try:
        done = subprocess.run(  # noqa: S603 - our own file, with nothing of the visitor in the command
            [sys.executable, "-I", __file__], input=data, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise Refused("unreadable") from late
    if done.returncode or not done.stdout:
        raise Refused(REASONS.get(done.returncode, "unreadable"))
    return done.stdout, "png" if done.stdout.startswith(PNG_HEAD) else "jpeg"


def is_heif(data: bytes) -> bool:
    """Whether ``data`` says that it is what an iPhone makes: HEIC."""
    return data[4:8] == b"ftyp" and data[8:12] in HEIF_BRANDS


def limit() -> None:
    """Hold this process to its memory and time. Where a system knows no such limit the clock remains."""
    for what, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, MOST_SECONDS)):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):
            continue


def made_new(data: bytes) -> bytes:
    """The new file. Size and kind are looked at before anything is decoded. Raises whatever decoders raise."""
    if is_heif(data):
        from pillow_heif import register_heif_opener  # for these only, never in the site itself

        register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    picture = PIL.Image.open(BytesIO(data), formats=FORMATS)
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise Refused("pixels")
    if min(width, height) < LEAST_SIDE:
        raise Refused("small")
    # A HEIC file may hold more pictures, such as a burst: the one that the telephone shows is opened.
    if picture.format != "HEIF" and getattr(picture, "is_animated", False):
        raise Refused("moving")
    picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded at about the size that is wanted
    picture.load()
    profile = picture.info.get("icc_profile") if picture.mode in {"RGB", "RGBA"} else None
    see_through = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = upright.convert("RGBA" if see_through else "RGB")
    clean.info = {}
    buffer = BytesIO()
    kind, options = ("PNG", {}) if see_through else ("JPEG", {"quality": 90})
    clean.save(buffer, kind, exif=b"", **options, **({"icc_profile": profile} if profile else {}))
    return buffer.getvalue()


def main() -> int:
    """Decode what comes in; the exit code says how it went."""
    limit()
    try:
        new = made_new(sys.stdin.buffer.read())
    except Refused as refused:
        return next(code for code, reason in REASONS.items() if reason == refused.reason)
    except Exception:  # decoders raise anything: OSError, ValueError, SyntaxError, MemoryError …
        return 1
    sys.stdout.buffer.write(new)
    return 0


if __name__ == "__main__":
    sys.exit(main())
