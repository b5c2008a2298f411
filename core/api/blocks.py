"""The schema of each block of a story. ``type`` tells them apart; a client skips a type that it does not know.

One module, although it is long: the union at its end names every schema of it.
"""

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
    """Running text."""

    type: Literal["paragraph"] = Field()
    html: str = Field(description="Paragraphs and lists; marks of footnotes link to `#footnote-1`.")


class Heading(Block):
    """A heading between texts."""

    type: Literal["heading"] = Field()
    text: str
    anchor: str = Field(description="The id that the heading must have; the table of contents links to it.")


class Points(Block):
    """A list."""

    type: Literal["list"] = Field()
    style: Literal["bullets", "numbers"]
    items: list[str] = Field(description="HTML of each point.")


class Quote(Block):
    """Words of somebody, with who said them."""

    type: Literal["quote"] = Field()
    text: str
    attribution: str
    source: str = Field(description="Full address of where it stands; may be empty.")


class PullQuote(Block):
    """A sentence set large."""

    type: Literal["pull_quote"] = Field()
    text: str
    attribution: str
    repeats_text: bool = Field(
        description="The words stand in the text too: hide this from assistive technology."
    )


class Picture(Block):
    """A picture with its caption."""

    type: Literal["image"] = Field()
    image: Image | None


class ImageText(Block):
    """A picture beside a text."""

    type: Literal["image_text"] = Field()
    image: Image | None
    heading: str
    html: str
    side: Literal["left", "right"]


class Video(Block):
    """A film of another host; nothing is fetched from there before somebody asks for it."""

    type: Literal["video"] = Field()
    title: str
    host: Literal["YouTube", "Vimeo"]
    url: str = Field(description="The page of the film.")
    player: str = Field(description="The cookie-free player, to be loaded only after a click.")
    poster: Image | None
    description: str
    transcript: str = Field(description="HTML: what is said.")


class Column(Schema):
    """A column of a table."""

    heading: str
    type: Literal["text", "number"]


class Table(Block):
    """A table of texts and numbers."""

    type: Literal["table"] = Field()
    caption: str
    columns: list[Column]
    rows: list[list[str | Decimal | None]] = Field(
        description="Cells in the order of the columns; a number is a decimal in a string."
    )


class Section(Schema):
    """One of the numbered sections."""

    heading: str
    anchor: str
    html: str


class NumberedSections(Block):
    """Sections that count themselves: show their numbers."""

    type: Literal["numbered_sections"] = Field()
    sections: list[Section]


class Pillar(Schema):
    """One of the pillars."""

    heading: str
    points: list[str] = Field(description="Plain text of each point.")


class Pillars(Block):
    """Points side by side under a heading each, numbered."""

    type: Literal["pillars"] = Field()
    heading: str
    anchor: str = Field(description="Of the heading; empty without one.")
    pillars: list[Pillar]


class Organisation(Schema):
    """One organisation of a list."""

    name: str
    place: str
    html: str
    profile: PageLink | None = Field(description="Its profile, for a member that visitors can read about.")


class OrganisationList(Block):
    """Organisations with their places."""

    type: Literal["organisation_list"] = Field()
    organisations: list[Organisation]


class KeyFigure(Schema):
    """A number with where it comes from and of when it is."""

    value: str = Field(examples=["140"])
    label: str = Field(examples=["wijken"])
    source: str
    source_url: str
    date: date


class KeyFigures(Block):
    """Some numbers."""

    type: Literal["key_figures"] = Field()
    figures: list[KeyFigure]


class PublicationSummary(PageSummary):
    """A publication on a card."""

    subtitle: str
    date: date
    publication_kind: str = Field(description="Its kind in words, such as “Verslag”; may be empty.")


class PublicationCard(Block):
    """A publication on a card."""

    type: Literal["publication_card"] = Field()
    page: PublicationSummary | None = Field(description="`null` while visitors cannot read it.")


class DocumentCard(Block):
    """A file to download."""

    type: Literal["document_card"] = Field()
    document: Document | None = Field(description="`null` when the file is gone or not for everybody.")


class RelatedArticle(Block):
    """A page to read as well."""

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
    """Events that staff chose, by date."""

    type: Literal["events"] = Field()
    events: list[EventLink]


class MemberTeaser(PageSummary):
    """A member on a card."""

    summary: str = Field(description="One or two whole sentences.")
    place: str
    province: str


class MemberTeasers(Block):
    """Some members on cards."""

    type: Literal["member_teasers"] = Field()
    heading: str = Field(description="Empty for “More of our members”.")
    members: list[MemberTeaser] = Field(description="Those whose turn it is today.")


class Form(Block):
    """A form within the text."""

    type: Literal["form"] = Field()
    page: PageLink | None = Field(
        description="The form; its `detail` tells the fields. `null` while it is closed."
    )


class CallToAction(Block):
    """A call with a button."""

    type: Literal["call_to_action"] = Field()
    call: Invitation | None = Field(description="`null` while its button leads nowhere: show nothing.")


class Contact(Block):
    """Whom to write or to call."""

    type: Literal["contact"] = Field()
    contact: Mailbox | None


class ReusableText(Block):
    """A text that stands on several pages."""

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
