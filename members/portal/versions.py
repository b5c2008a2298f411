"""Two versions of a profile beside each other, in words: for a member after staff changed it, and for reviewers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from members.enums import Step
from members.markup import to_text
from members.models import MemberPage
from members.parts import read_parts
from members.services.drafts import FIELDS, contents
from members.services.photos import Photo, photos_of

PLAIN = (
    "title",
    "lead",
    "summary",
    "neighbourhood",
    "founded",
    "contact_name",
    "email",
    "phone",
    "opening_hours",
    "website",
)
TICKS = ("nationwide", "contact_name_public", "email_public", "phone_public", "opening_hours_public")


@dataclass(frozen=True)
class Line:
    """One field of both versions; ``photos`` instead of words for the pictures."""

    label: str
    old: str
    new: str
    old_photos: list[Photo] = field(default_factory=list)
    new_photos: list[Photo] = field(default_factory=list)
    differs: bool = False


def both_versions(
    old: MemberPage | None, new: MemberPage, steps: Iterable[Step] = ()
) -> list[tuple[Step, list[Line]]]:
    """For each step (all by default) the lines of both versions; ``old`` is ``None`` for a first version."""
    return [(step, _lines(old, new, step)) for step in steps or FIELDS]


def _lines(old: MemberPage | None, new: MemberPage, step: Step) -> list[Line]:
    if step == Step.PHOTOS:
        before, after = (photos_of(old) if old else []), photos_of(new)
        differs = old is None or contents(old, step) != contents(new, step)
        return [Line(_("Photos"), "", "", before, after, differs)]
    words_old, words_new = (_words(old, step) if old else {}), _words(new, step)
    labels = list(dict.fromkeys([*words_old, *words_new]))
    return [
        Line(
            label,
            words_old.get(label, ""),
            words_new.get(label, ""),
            differs=words_old.get(label, "") != words_new.get(label, ""),
        )
        for label in labels
        if words_old.get(label) or words_new.get(label)
    ]


def _words(page: MemberPage, step: Step) -> dict[str, str]:
    """What a step says, by label."""
    if step == Step.STORY:
        return _story(page)
    words = {}
    for name in FIELDS[step]:
        if name == "place":
            words[_("Place")] = str(page.place) if page.place_id else ""
        elif name == "themes":
            words[_("Themes")] = ", ".join(sorted(theme.name for theme in page.themes.all()))
        elif name in TICKS:
            words[_label(page, name)] = _("yes") if getattr(page, name) else _("no")
        elif name in PLAIN:
            words[_label(page, name)] = str(getattr(page, name) or "")
    return words


def _label(page: MemberPage, name: str) -> str:
    """The label of a field; “public” alone says too little."""
    if name == "email_public":
        return _("Visitors may write through a form")
    base = name.removesuffix("_public")
    label = str(page._meta.get_field(base).verbose_name).capitalize()
    return _("%(field)s: on the site") % {"field": label} if base != name else label


def _story(page: MemberPage) -> dict[str, str]:
    words: dict[str, str] = {}
    for number, part in enumerate(read_parts(page.body, owner=page.translation_key), start=1):
        label = part.heading or part.fixed or _("Text %(number)d") % {"number": number}
        label = label if label not in words else f"{label} ({number})"
        words[label] = part.text or _fixed_text(part.blocks)
    return words


def _fixed_text(blocks: list[dict]) -> str:
    """The words in blocks of staff, as far as they are words."""
    found = []
    for raw in blocks:
        value = raw["value"]
        texts = value.values() if isinstance(value, dict) else [value]
        found += [to_text(text) for text in texts if isinstance(text, str)]
    return "\n".join(found)
