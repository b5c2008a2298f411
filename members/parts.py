"""A story as a member edits it: parts with a heading and a text, made of the blocks of the page and back.

Staff edit the same blocks in the admin, and may have put in some that the portal cannot make (a quote, a
picture). Those keep their place; and a part that a member did not change keeps its blocks as they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID, uuid4, uuid5

from wagtail.blocks import StreamValue

from members.markup import cleaned, own_links, to_html, to_text

if TYPE_CHECKING:
    from members.models import GuidingQuestion

PROSE = "paragraph"
HEADING = "heading"
POINTS = "list"


@dataclass
class Part:
    """One heading with what stands under it, or one block of staff (then ``fixed`` is its label).

    ``key`` finds the part again when the form comes back; ``question`` is the one that it answers.
    """

    key: str
    heading: str = ""
    text: str = ""
    question: "GuidingQuestion | None" = None
    fixed: str = ""
    blocks: list[dict] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.text.strip() or self.fixed)


def question_key(owner: UUID, question: "GuidingQuestion") -> str:
    """The identity of the heading above the answer to a question, the same each time: staff may reword it."""
    return str(uuid5(owner, f"question/{question.translation_key}"))


def read_parts(body: StreamValue, *, owner: UUID, questions: "Iterable[GuidingQuestion]" = ()) -> list[Part]:
    """The parts of a story, with an empty one for each question that was not answered, in its place."""
    by_key = {question_key(owner, question): question for question in questions}
    parts: list[Part] = []
    for raw in body.get_prep_value():
        _add(parts, raw, body)
    for part in parts:
        part.question = by_key.get(part.key)
        part.text = "\n\n".join(filter(None, (_text_of(raw) for raw in part.blocks)))
    _add_unanswered(parts, by_key)
    return parts


def _add(parts: list[Part], raw: dict, body: StreamValue) -> None:
    """Puts one block into the last part, or begins a new part with it."""
    kind = raw["type"]
    if kind == HEADING:
        parts.append(Part(key=raw["id"], heading=raw["value"]["text"], blocks=[raw]))
    elif not _is_text(raw):
        label = str(body.stream_block.child_blocks[kind].label)
        parts.append(Part(key=raw["id"], fixed=label, blocks=[raw]))
    elif parts and not parts[-1].fixed:
        parts[-1].blocks.append(raw)
    else:
        parts.append(Part(key=raw["id"], blocks=[raw]))


def _is_text(raw: dict) -> bool:
    return raw["type"] == POINTS or (raw["type"] == PROSE and "<footnote" not in raw["value"])


def _text_of(raw: dict) -> str:
    if raw["type"] == PROSE:
        return to_text(raw["value"])
    if raw["type"] == POINTS:
        name = "ol" if raw["value"]["style"] == "numbers" else "ul"
        return to_text(f"<{name}>{''.join(_point(item) for item in raw['value']['items'])}</{name}>")
    return ""


def _point(item: dict | str) -> str:
    html = item["value"] if isinstance(item, dict) else item
    return f"<li>{html}</li>"


def _add_unanswered(parts: list[Part], by_key: dict[str, "GuidingQuestion"]) -> None:
    """Puts each unanswered question before the first answer to a later one, else behind the last answer."""
    answered = {part.key for part in parts}
    order = list(by_key)
    for position, key in enumerate(order):
        if key in answered:
            continue
        later = set(order[position + 1 :])
        earlier = set(order[:position])
        place = next((index for index, part in enumerate(parts) if part.key in later), None)
        if place is None:
            behind = [index for index, part in enumerate(parts) if part.key in earlier]
            place = behind[-1] + 1 if behind else len(parts)
        parts.insert(place, Part(key=key, heading=by_key[key].question, question=by_key[key]))
        answered.add(key)


def clean_story(body: StreamValue) -> StreamValue:
    """The story as it may be shown: every text in it cleaned once more, whichever way it came in."""
    raw = [_cleaned_block(block) for block in body.get_prep_value()]
    return StreamValue(body.stream_block, raw, is_lazy=True)


def _cleaned_block(block: dict) -> dict:
    if block["type"] == PROSE:
        return {**block, "value": cleaned(block["value"])}
    if block["type"] == POINTS:
        items = [
            {**item, "value": cleaned(item["value"])} if isinstance(item, dict) else cleaned(item)
            for item in block["value"]["items"]
        ]
        return {**block, "value": {**block["value"], "items": items}}
    return block


def write_parts(parts: Sequence[Part], *, before: Sequence[Part]) -> list[dict]:
    """The blocks of a story for the parts of a form; ``before`` are those that ``read_parts`` gave.

    An empty part makes no block. Blocks of staff stay where the form has them.
    """
    known = {part.key: part for part in before}
    blocks: list[dict] = []
    for part in parts:
        old = known.get(part.key)
        if old is not None and (old.fixed or (old.heading == part.heading and old.text == part.text)):
            blocks += old.blocks if old.blocks else []
        elif part.text.strip():
            blocks += _blocks_for(part, old)
    return blocks


def _blocks_for(part: Part, old: Part | None) -> list[dict]:
    kept = {raw["type"]: raw for raw in reversed(old.blocks)} if old else {}
    html = to_html(part.text, own_links("".join(_html_of(raw) for raw in old.blocks)) if old else ())
    made = []
    if part.heading:
        level = kept[HEADING]["value"]["level"] if HEADING in kept else "h2"
        made.append({"type": HEADING, "value": {"text": part.heading, "level": level}, "id": part.key})
    identity = kept[PROSE]["id"] if PROSE in kept else str(uuid4())
    return [*made, {"type": PROSE, "value": html, "id": identity}]


def _html_of(raw: dict) -> str:
    return raw["value"] if raw["type"] == PROSE else str(raw["value"])
