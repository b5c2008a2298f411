"""The schema of each block of a story. ``type`` tells them apart; a client skips a type that it does not know."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Field
from typing_extensions import TypeAliasType

from core.api.files import Document
from core.api.pages import PageLink, PageSummary
from core.api.pictures import Image
from core.api.schemas import Schema
from core.api.snippets import Invitation, Mailbox


class Block(Schema):
    """What every block has."""

    id: str = Field(description="The same as long as the editor keeps the block.")
    level: int = Field(
        ge=2, le=5, description="The level that a heading inside this block has, so that none is skipped."
    )


class Paragraph(Block):
    type: Literal["paragraph"] = Field()
    html: str = Field(description="Paragraphs and lists; marks of footnotes link to `#footnote-1`.")


class Heading(Block):
    type: Literal["heading"] = Field()
    text: str
    anchor: str = Field(description="The id that the heading must have; the table of contents links to it.")


class Points(Block):
    type: Literal["list"] = Field()
    style: Literal["bullets", "numbers"]
    items: list[str] = Field(description="HTML of each point.")


class Quote(Block):
    type: Literal["quote"] = Field()
    text: str
    attribution: str
    source: str = Field(description="Full address of where it stands; may be empty.")


class PullQuote(Block):
    type: Literal["pull_quote"] = Field()
    text: str
    attribution: str
    repeats_text: bool = Field(
        description="The words stand in the text too: hide this from assistive technology."
    )


class Picture(Block):
    type: Literal["image"] = Field()
    image: Image | None


class ImageText(Block):
    type: Literal["image_text"] = Field()
    image: Image | None
    heading: str
    html: str
    side: Literal["left", "right"]


class Video(Block):
    type: Literal["video"] = Field()
    title: str
    host: Literal["YouTube", "Vimeo"]
    url: str = Field(description="The page of the film.")
    player: str = Field(description="The cookie-free player, to be loaded only after a click.")
    poster: Image | None
    description: str
    transcript: str = Field(description="HTML: what is said.")


class Column(Schema):
    heading: str
    type: Literal["text", "number"]


class Table(Block):
    type: Literal["table"] = Field()
    caption: str
    columns: list[Column]
    rows: list[list[str | Decimal | None]] = Field(
        description="Cells in the order of the columns; a number is a decimal in a string."
    )


class Section(Schema):
    heading: str
    anchor: str
    html: str


class NumberedSections(Block):
    type: Literal["numbered_sections"] = Field()
    sections: list[Section]


class Pillar(Schema):
    heading: str
    points: list[str] = Field(description="Plain text of each point.")


class Pillars(Block):
    type: Literal["pillars"] = Field()
    heading: str
    anchor: str = Field(description="Of the heading; empty without one.")
    pillars: list[Pillar]


class Organisation(Schema):
    name: str
    place: str
    html: str
    profile: PageLink | None = Field(description="Its profile, for a member that visitors can read about.")


class OrganisationList(Block):
    type: Literal["organisation_list"] = Field()
    organisations: list[Organisation]


class KeyFigure(Schema):
    value: str = Field(examples=["140"])
    label: str = Field(examples=["wijken"])
    source: str
    source_url: str
    date: date


class KeyFigures(Block):
    type: Literal["key_figures"] = Field()
    figures: list[KeyFigure]


class PublicationSummary(PageSummary):
    """A publication on a card."""

    subtitle: str
    date: date
    publication_kind: str = Field(description="Its kind in words, such as “Verslag”; may be empty.")


class PublicationCard(Block):
    type: Literal["publication_card"] = Field()
    page: PublicationSummary | None = Field(description="`null` while visitors cannot read it.")


class DocumentCard(Block):
    type: Literal["document_card"] = Field()
    document: Document | None = Field(description="`null` when the file is gone or not for everybody.")


class RelatedArticle(Block):
    type: Literal["related_article"] = Field()
    page: PageLink | None = Field(description="`null` while visitors cannot read it: show nothing.")
    date: date | None
    intro: str = Field(description="What stands in front of it; empty for “Read also”.")


class EventLink(PageLink):
    """An event in a short list."""

    start: datetime | None = Field(description="`null` while the date is not known.")
    end: datetime | None
    place_name: str
    is_past: bool


class Events(Block):
    type: Literal["events"] = Field()
    events: list[EventLink]


class MemberTeaser(PageSummary):
    """A member on a card."""

    summary: str = Field(description="One or two whole sentences.")
    place: str
    province: str


class MemberTeasers(Block):
    type: Literal["member_teasers"] = Field()
    heading: str = Field(description="Empty for “More of our members”.")
    members: list[MemberTeaser] = Field(description="Those whose turn it is today.")


class Form(Block):
    type: Literal["form"] = Field()
    page: PageLink | None = Field(
        description="The form; its `detail` tells the fields. `null` while it is closed."
    )


class CallToAction(Block):
    type: Literal["call_to_action"] = Field()
    call: Invitation | None = Field(description="`null` while its button leads nowhere: show nothing.")


class Contact(Block):
    type: Literal["contact"] = Field()
    contact: Mailbox | None


class ReusableText(Block):
    type: Literal["reusable_text"] = Field()
    html: str
    language: str = Field(description="The language of the text; empty when it is gone.")


StoryBlock = TypeAliasType(
    "StoryBlock",
    Annotated[
        Paragraph
        | Heading
        | Points
        | Quote
        | PullQuote
        | Picture
        | ImageText
        | Video
        | Table
        | NumberedSections
        | Pillars
        | OrganisationList
        | KeyFigures
        | PublicationCard
        | DocumentCard
        | RelatedArticle
        | Events
        | MemberTeasers
        | Form
        | CallToAction
        | Contact
        | ReusableText,
        Field(discriminator="type"),
    ],
)


class ContentsEntry(Schema):
    """One line of the table of contents."""

    text: str
    level: int = Field(ge=2, le=4)
    anchor: str
