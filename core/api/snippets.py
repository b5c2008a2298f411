"""Texts and names that many pages share."""

from ninja import Field
from taggit.models import Tag

from core.api.pictures import Image, image_of
from core.api.reading import Reading
from core.api.richtext import rich_text
from core.api.schemas import Schema
from core.enums import AuthorKind, Hue
from core.localization import known_locale
from core.models import Author, CallToAction, Contact, Partner, Theme


class ThemeLink(Schema):
    """One of the seven themes."""

    slug: str = Field(examples=["zorg-voor-elkaar"])
    name: str
    number: int = Field(ge=1, le=7)
    hue: Hue = Field(description="Its colour, by the name of the design token.")
    language: str = Field(description="Dutch where nobody translated the theme.")


class TagLink(Schema):
    """A free tag."""

    slug: str
    name: str


class Person(Schema):
    """An author: a person or an organisation."""

    name: str
    kind: AuthorKind
    role: str
    bio: str = Field(description="HTML.")
    url: str
    image: Image | None
    language: str


class PartnerLink(Schema):
    """Another organisation and what it did for a publication."""

    name: str
    role: str = Field(description="`initiator`, `co_publisher` or `partner`.")
    description: str
    url: str
    logo: Image | None


class Invitation(Schema):
    """A call to action: one button."""

    title: str
    text: str = Field(description="HTML.")
    button: str = Field(description="The text on the button.")
    href: str = Field(description="Where the button leads: a path of ours or a full address.")
    language: str


class Mailbox(Schema):
    """A role that answers, with its shared mailbox."""

    name: str
    text: str = Field(description="HTML: what one can ask there.")
    email: str
    phone: str
    language: str


def theme_link(theme: Theme) -> ThemeLink:
    """A theme in the language that was asked for, where it is translated."""
    return ThemeLink(
        slug=theme.slug, name=theme.name, number=theme.number, hue=theme.hue, language=language_of(theme)
    )


def tag_links(page) -> list[TagLink]:
    """The tags of a page, by name."""
    tags = sorted(page.tags.all(), key=lambda tag: (tag.name.lower(), tag.slug))
    return [tag_link(tag) for tag in tags]


def tag_link(tag: Tag) -> TagLink:
    """A tag."""
    return TagLink(slug=tag.slug, name=tag.name)


def person(reading: Reading, author: Author | None) -> Person | None:
    """An author with portrait; ``None`` for none."""
    if author is None:
        return None
    return Person(
        name=author.name,
        kind=author.kind,
        role=author.role,
        bio=rich_text(reading, author.current_bio),
        url=author.url,
        image=image_of(reading, author.image, ["avatar"]),
        language=language_of(author),
    )


def partner_link(reading: Reading, partner: Partner, role: str) -> PartnerLink:
    """A partner with its logo and its role in this publication."""
    return PartnerLink(
        name=partner.name,
        role=role,
        description=partner.description,
        url=partner.url,
        logo=image_of(reading, partner.logo, ["logo"], alt=partner.name),
    )


def invitation(reading: Reading, call: CallToAction | None) -> Invitation | None:
    """A call to action; ``None`` without one or while its button would lead nowhere."""
    if call is None:
        return None
    page = reading.page(call.page_id) if call.page_id else None
    href = reading.path(page) if page is not None else ("" if call.page_id else call.url)
    if not href:
        return None
    return Invitation(
        title=call.title,
        text=rich_text(reading, call.text),
        button=call.button_label,
        href=href,
        language=language_of(call),
    )


def mailbox(reading: Reading, contact: Contact | None) -> Mailbox | None:
    """A contact; ``None`` for none."""
    if contact is None:
        return None
    return Mailbox(
        name=contact.name,
        text=rich_text(reading, contact.text),
        email=contact.email,
        phone=contact.phone,
        language=language_of(contact),
    )


def language_of(item) -> str:
    """The language code of a page or snippet."""
    return known_locale(item.locale_id).language_code
