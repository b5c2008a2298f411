"""What blocks know about their values, so that templates only print."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from django.utils.text import slugify
from wagtail.blocks import StructValue

ANCHOR_LENGTH = 60


@dataclass(frozen=True)
class Heading:
    """One entry of a table of contents; ``level`` is 2, 3 or 4."""

    text: str
    level: int
    anchor: str


def anchor_for(text: str) -> str:
    """The fragment identifier that a heading gets when no other heading of the page has it."""
    return slugify(text)[:ANCHOR_LENGTH].strip("-") or "deel"


class AnchoredValue(StructValue):
    """A value with a heading; ``anchor`` is set by the story, which keeps it unique on the page."""

    @property
    def anchor(self) -> str:
        return getattr(self, "_anchor", "") or anchor_for(self.get("text") or self.get("heading") or "")

    @anchor.setter
    def anchor(self, anchor: str) -> None:
        self._anchor = anchor


class HeadingValue(AnchoredValue):
    """The value of a heading."""

    @property
    def level(self) -> int:
        """The level of HTML: 2 to 4."""
        return int(self["level"][1])


class LinkValue(StructValue):
    """A link to one of our pages or to a web address; survives a page that is deleted or unpublished."""

    @property
    def href(self) -> str:
        """The address, or an empty string when there is nothing to link to."""
        page = self.shown_page
        if page is not None:
            return page.url or ""
        return self.get("url") or ""

    @property
    def shown_page(self):
        """The chosen page in the language of the reader, or ``None`` when visitors cannot read it."""
        page = self.get("page")
        if page is None or not page.live:
            return None
        return getattr(page, "shown", page)

    @property
    def label(self) -> str:
        page = self.shown_page
        return self.get("label") or (page.title if page is not None else "") or self.get("url") or ""


def player_address(url: str) -> str:
    """The address of the cookie-free player for a YouTube or Vimeo address, or "" for any other address.

    >>> player_address("https://www.youtube.com/watch?v=aqz-KE-bpKQ")
    'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ'
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    last = parts.path.rstrip("/").rpartition("/")[2]
    if host == "youtube.com":
        last = parse_qs(parts.query).get("v", [last])[0]
    if not last.replace("-", "").replace("_", "").isalnum():
        return ""
    if host in {"youtube.com", "youtu.be"}:
        return f"https://www.youtube-nocookie.com/embed/{last}"
    if host == "vimeo.com" and last.isdigit():
        return f"https://player.vimeo.com/video/{last}?dnt=1"
    return ""


class VideoValue(StructValue):
    """The value of a film."""

    @property
    def player(self) -> str:
        """The address of the player that sets no cookie; empty for an address that is no film."""
        return player_address(self["url"])

    @property
    def host(self) -> str:
        """Where the film stands, as a reader knows it: told before the click."""
        return "YouTube" if "youtu" in self["url"] else "Vimeo"


class OrganisationValue(StructValue):
    """An organisation in a list: a member of ours, or any other by name."""

    @property
    def profile(self):
        """The profile in the language of the reader, or ``None`` when there is none that visitors can read."""
        member = self.get("member")
        if member is None:
            return None
        shown = getattr(member, "shown", member)
        return shown if shown is not None and shown.live and shown.is_active else None

    @property
    def public_name(self) -> str:
        """The name as typed, or else that of the profile as long as visitors can read it."""
        profile = self.profile
        return self.get("name") or (profile.title if profile is not None else "")

    @property
    def shown_name(self) -> str:
        """The name as typed, or else that of the profile, also when that is off line."""
        return self.get("name") or getattr(self.get("member"), "title", "")
