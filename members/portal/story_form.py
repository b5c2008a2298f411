"""The story as a form: a heading and a text for each part, in the order of the page."""

from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.form_fields import ManyLinesField, OneLineField
from core.forms import SEVERAL, PlainSpokenForm
from members.enums import Step
from members.models import MemberPage
from members.parts import Part, read_parts, write_parts
from members.services.drafts import version_of
from members.services.questions import asked_questions

PARTS = f"part{SEVERAL}"
STORY_LENGTH = 20_000
MOST_PARTS = 40
HEADING_LENGTH = 120


class StoryForm(PlainSpokenForm, forms.Form):
    """``before`` are the parts of the draft; what was sent may have them in another order, and new ones."""

    step = Step.STORY
    all_optional = True
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, draft: MemberPage, extra: bool = False, **options):
        self.before = read_parts(draft.body, owner=draft.translation_key, questions=asked_questions())
        self.parts = self._parts_in(data) if data else [*self.before, *[self._new_part()] * extra]
        self.wanted: list[Part] = []  # the parts in another order, when one was moved
        super().__init__(data, initial={"version": version_of(draft, Step.STORY)}, **options)
        self._add_rows()

    def _parts_in(self, data) -> list[Part]:
        """The parts in the order of what was sent. A key that we did not give is replaced by a new one."""
        known = {part.key: part for part in self.before}
        sent = list(dict.fromkeys(data.getlist(PARTS)))[:MOST_PARTS]
        parts = [known.get(key) or Part(key=key) for key in sent if key in known or _is_key(key)]
        # Somebody may have cut the form short: what is in the draft and was not sent stays.
        return [*parts, *(part for part in self.before if part.key not in sent)]

    def _new_part(self) -> Part:
        return Part(key=str(uuid4()))

    def _add_rows(self) -> None:
        for number, part in enumerate(self.parts, start=1):
            if part.fixed:
                continue
            self.fields[f"heading-{part.key}"] = OneLineField(
                label=_("Heading"),
                required=False,
                max_length=HEADING_LENGTH,
                initial=part.heading,
                widget=forms.TextInput(attrs={"class": "field", **_named(part, "heading")}),
            )
            self.fields[f"text-{part.key}"] = ManyLinesField(
                label=_("Text of part %(number)d") % {"number": number},
                required=False,
                max_length=STORY_LENGTH,
                initial=part.text,
                widget=forms.Textarea(
                    attrs={"rows": 6, "class": "field field--text", "data-marks": "", **_named(part, "text")}
                ),
            )

    @property
    def rows(self) -> list[dict]:
        """What the template shows of each part."""
        return [
            {
                "part": part,
                "number": number,
                "heading": None if part.fixed else self[f"heading-{part.key}"],
                "text": None if part.fixed else self[f"text-{part.key}"],
                "is_saved": bool(part.blocks),
            }
            for number, part in enumerate(self.parts, start=1)
        ]

    def clean(self):
        answers = super().clean()
        total = sum(len(value) for name, value in answers.items() if name.startswith("text-"))
        if total > STORY_LENGTH:
            raise ValidationError(
                _("The story is %(number)d characters too long. At most %(most)d fit."),
                "long",
                {"number": total - STORY_LENGTH, "most": STORY_LENGTH},
            )
        return answers

    def edited(self) -> list[Part]:
        """The parts as the member wants them."""
        edited = []
        for part in self.parts:
            if part.fixed:
                edited.append(part)
                continue
            heading = self.cleaned_data[f"heading-{part.key}"]
            text = self.cleaned_data[f"text-{part.key}"]
            edited.append(Part(key=part.key, heading=heading, text=text, question=part.question))
        return edited

    def change(self, draft: MemberPage) -> None:
        """Put the story in a draft."""
        before = read_parts(draft.body, owner=draft.translation_key)
        raw = write_parts(self.wanted or self.edited(), before=before)
        draft.body = draft.body.stream_block.to_python(raw)

    def first_difference(self) -> str:
        """The name of the first field that is not as it was saved."""
        for name, field in self.fields.items():
            if name != "version" and (self[name].value() or "") != (field.initial or ""):
                return name
        return ""


def _named(part: Part, name: str) -> dict[str, str]:
    """A field is called by the question above its part and by its own label, of which one is out of sight."""
    return {"aria-labelledby": f"legend-{part.key} id_{name}-{part.key}_label"}


def _is_key(key: str) -> bool:
    try:
        return str(UUID(key)) == key
    except ValueError:
        return False


def moved(parts: list[Part], key: str, by: int) -> list[Part]:
    """The parts with the one called ``key`` one place up (-1) or down (1), past what is empty."""
    order = [part for part in parts if not part.is_empty]
    position = next((index for index, part in enumerate(order) if part.key == key), None)
    if position is None or not 0 <= position + by < len(order):
        return order
    order[position], order[position + by] = order[position + by], order[position]
    return order
