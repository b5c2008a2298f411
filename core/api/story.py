"""A story as typed blocks. What its blocks refer to is fetched together, so that ten cost what one costs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wagtail.rich_text import RichText

from core.api import blocks as out
from core.api.files import document_of
from core.api.pages import link_fields, link_to, summary_fields
from core.api.pictures import image_of
from core.api.reading import Reading
from core.api.richtext import Footnote, Footnotes, linked, rich_text
from core.api.snippets import invitation, language_of, mailbox
from core.blocks.loading import leaves, load_related, load_specific
from core.blocks.story import levelled


@dataclass
class Story:
    """The text of a page, ready to leave."""

    blocks: list
    contents: list[out.ContentsEntry]
    footnotes: list[Footnote]


@dataclass
class Telling:
    """What the builders of blocks share: the request, the page around the story, and its notes."""

    reading: Reading
    page: object
    footnotes: Footnotes

    def html(self, value) -> str:
        """The HTML of a rich text block's value (``None`` for an empty one)."""
        return rich_text(self.reading, value.source, footnotes=self.footnotes) if value else ""


def story_of(reading: Reading, page) -> Story:
    """The blocks of ``page.body`` in the language of the answer, with table of contents and footnotes."""
    body = page.body
    headings = body.stream_block.headings(body)
    load_related(body)
    load_specific(child.value["page"] for child in body if child.block_type == "related_article")
    notes = list(page.footnotes.all()) if any("<footnote" in source for source in _rich_texts(body)) else []
    reading.load(**_named(body, notes))
    telling = Telling(reading, page, Footnotes(notes))
    built = []
    for child, level in levelled(body):
        schema, build = BUILDERS[child.block_type]
        shared = {"id": child.id or "", "type": child.block_type, "level": level}
        built.append(schema(**shared | build(telling, child.value)))
    return Story(
        blocks=built,
        contents=[
            out.ContentsEntry(text=item.text, level=item.level, anchor=item.anchor) for item in headings
        ],
        footnotes=telling.footnotes.listed(reading),
    )


def _rich_texts(body) -> Iterator[str]:
    for leaf in leaves(body):
        if isinstance(leaf, RichText):
            yield leaf.source
        shown = getattr(leaf, "shown", None)
        for name in ("text", "body"):
            if isinstance(text := getattr(shown, name, None), str):
                yield text


def _named(body, notes: Iterable) -> dict[str, set[int]]:
    """The primary keys of all pages and documents that the story names."""
    named = linked([*_rich_texts(body), *(note.text for note in notes)])
    calls = (getattr(getattr(leaf, "shown", None), "page_id", None) for leaf in leaves(body))
    named["pages"] |= {pk for pk in calls if pk}
    return named


def _shown(value):
    """The version of a chosen page or snippet that the story prepared for this reader."""
    return getattr(value, "shown", None) if value is not None else None


# --- One builder for each type of block: its value in, the fields of its schema out ---


def _paragraph(telling, value):
    return {"html": telling.html(value)}


def _heading(telling, value):
    return {"text": value["text"], "anchor": value.anchor, "level": value.level}


def _list(telling, value):
    return {"style": value["style"], "items": [telling.html(item) for item in value["items"]]}


def _quote(telling, value):
    return {name: value[name] or "" for name in ("text", "attribution", "source")}


def _pull_quote(telling, value):
    return {
        "text": value["text"],
        "attribution": value["attribution"] or "",
        "repeats_text": bool(value["repeats_text"]),
    }


def _picture(telling, value, sizes, caption=""):
    image = value["image"]
    alt = getattr(image, "contextual_alt_text", "") or ""
    return image_of(telling.reading, image, sizes, alt=alt, caption=caption)


def _image(telling, value):
    return {"image": _picture(telling, value, ["body"], caption=value["caption"] or "")}


def _image_text(telling, value):
    return {
        "image": _picture(telling, value, ["card"]),
        "heading": value["heading"] or "",
        "html": telling.html(value["text"]),
        "side": value["side"],
    }


def _video(telling, value):
    return {
        "title": value["title"],
        "host": value.host,
        "url": value["url"],
        "player": value.player,
        "poster": image_of(telling.reading, value["poster"], ["body"]),
        "description": value["description"] or "",
        "transcript": telling.html(value["transcript"]),
    }


def _table(telling, value):
    return {
        "caption": value.caption or "",
        "columns": [
            out.Column(heading=column["heading"] or "", type=column["block"].name) for column in value.columns
        ],
        "rows": [[cell.value for cell in row] for row in value.rows],
    }


def _numbered_sections(telling, value):
    return {
        "sections": [
            out.Section(heading=item["heading"], anchor=item.anchor, html=telling.html(item["body"]))
            for item in value["sections"]
        ]
    }


def _pillars(telling, value):
    return {
        "heading": value["heading"] or "",
        "anchor": value.anchor if value["heading"] else "",
        "pillars": [
            out.Pillar(heading=item["heading"], points=list(item["points"])) for item in value["pillars"]
        ],
    }


def _organisation_list(telling, value):
    return {
        "organisations": [
            out.Organisation(
                name=item.public_name,
                place=item["place"],
                html=telling.html(item["text"]),
                profile=link_to(telling.reading, item.profile),
            )
            for item in value["organisations"]
        ]
    }


def _key_figures(telling, value):
    figures = [{**item, "source_url": item["source_url"] or ""} for item in value["figures"]]
    return {"figures": [out.KeyFigure(**figure) for figure in figures]}


def _publication_card(telling, value):
    page = _shown(value["page"])
    if page is None:
        return {"page": None}
    kind = page.shown_kind
    return {
        "page": out.PublicationSummary(
            **summary_fields(telling.reading, page, ["cover"]),
            subtitle=page.subtitle,
            date=page.date,
            publication_kind=kind.name if kind else "",
        )
    }


def _document_card(telling, value):
    return {"document": document_of(telling.reading, value["document"], value["title"] or "")}


def _related_article(telling, value):
    page = _shown(value["page"])
    return {
        "page": link_to(telling.reading, page),
        "date": getattr(page, "date", None),
        "intro": value["intro"] or "",
    }


def _events(telling, value):
    shown = [page for page in map(_shown, value["events"]) if page is not None]
    return {
        "events": [
            out.EventLink(
                **link_fields(telling.reading, page),
                start=page.start,
                end=page.end,
                place_name=page.place_name,
                is_past=page.is_past,
            )
            for page in shown
        ]
    }


def _member_teasers(telling, value):
    block = value.block
    members = block.get_context(value, {"page": telling.page})["members"]
    return {
        "heading": value["heading"] or "",
        "members": [member_teaser(telling.reading, member) for member in members],
    }


def member_teaser(reading: Reading, member) -> out.MemberTeaser:
    """A member on a card."""
    return out.MemberTeaser(
        **summary_fields(reading, member, ["card"]),
        summary=member.short_summary,
        place=member.place.name if member.place_id else "",
        province=member.place.province if member.place_id else "",
    )


def _form(telling, value):
    return {"page": link_to(telling.reading, _shown(value["page"]))}


def _call_to_action(telling, value):
    return {"call": invitation(telling.reading, _shown(value))}


def _contact(telling, value):
    return {"contact": mailbox(telling.reading, _shown(value))}


def _reusable_text(telling, value):
    text = _shown(value)
    if text is None:
        return {"html": "", "language": ""}
    return {"html": rich_text(telling.reading, text.body), "language": language_of(text)}


BUILDERS: dict[str, tuple[type[out.Block], Callable]] = {
    "paragraph": (out.Paragraph, _paragraph),
    "heading": (out.Heading, _heading),
    "list": (out.Points, _list),
    "quote": (out.Quote, _quote),
    "pull_quote": (out.PullQuote, _pull_quote),
    "image": (out.Picture, _image),
    "image_text": (out.ImageText, _image_text),
    "video": (out.Video, _video),
    "table": (out.Table, _table),
    "numbered_sections": (out.NumberedSections, _numbered_sections),
    "pillars": (out.Pillars, _pillars),
    "organisation_list": (out.OrganisationList, _organisation_list),
    "key_figures": (out.KeyFigures, _key_figures),
    "publication_card": (out.PublicationCard, _publication_card),
    "document_card": (out.DocumentCard, _document_card),
    "related_article": (out.RelatedArticle, _related_article),
    "events": (out.Events, _events),
    "member_teasers": (out.MemberTeasers, _member_teasers),
    "form": (out.Form, _form),
    "call_to_action": (out.CallToAction, _call_to_action),
    "contact": (out.Contact, _contact),
    "reusable_text": (out.ReusableText, _reusable_text),
}
