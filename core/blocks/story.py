"""The story: the one family of blocks that every page with a text uses."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.links import (
    DocumentCardBlock,
    EventsBlock,
    FormBlock,
    OrganisationListBlock,
    PublicationCardBlock,
    RelatedArticleBlock,
    SnippetBlock,
)
from core.blocks.loading import load_related, load_specific
from core.blocks.media import ImageTextBlock, PictureBlock, TableBlock, VideoBlock
from core.blocks.members import MemberTeasersBlock
from core.blocks.sections import KeyFiguresBlock, NumberedSectionsBlock, PillarsBlock
from core.blocks.text import HeadingBlock, ParagraphBlock, PointsBlock, PullQuoteBlock, QuoteBlock
from core.blocks.values import AnchoredValue, Heading, anchor_for


class StoryBlock(blocks.StreamBlock):
    """All blocks of which a text is made, in the groups in which the editor offers them."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    list = PointsBlock()
    quote = QuoteBlock()
    pull_quote = PullQuoteBlock()
    image = PictureBlock()
    image_text = ImageTextBlock()
    video = VideoBlock()
    table = TableBlock()
    numbered_sections = NumberedSectionsBlock()
    pillars = PillarsBlock()
    organisation_list = OrganisationListBlock()
    key_figures = KeyFiguresBlock()
    publication_card = PublicationCardBlock()
    document_card = DocumentCardBlock()
    related_article = RelatedArticleBlock()
    events = EventsBlock()
    member_teasers = MemberTeasersBlock()
    form = FormBlock()
    call_to_action = SnippetBlock(
        "core.CallToAction",
        kind="call_to_action",
        icon="pick",
        label=_("Call to action"),
        description=_("An invitation with one button, kept in one place."),
    )
    contact = SnippetBlock(
        "core.Contact",
        kind="contact",
        icon="mail",
        label=_("Contact"),
        description=_("A shared mailbox with what one can ask there."),
    )
    reusable_text = SnippetBlock(
        "core.ReusableText",
        kind="reusable_text",
        icon="snippet",
        label=_("Reusable text"),
        description=_("A passage that reads the same everywhere."),
    )

    class Meta:
        template = "components/streamfield/story.html"
        block_counts = {"form": {"max_num": 1}}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        self.headings(value)
        load_related(value)
        load_specific(child.value["page"] for child in value if child.block_type == "related_article")
        context["blocks"] = list(levelled(value))
        return context

    def headings(self, value) -> Sequence[Heading]:
        """The headings of a story in order; gives each of their values an anchor that is unique on the page."""
        taken: Counter[str] = Counter()
        found = []
        for text, level, holder in _headed(value):
            anchor = anchor_for(text)
            taken[anchor] += 1
            holder.anchor = anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"
            found.append(Heading(text, level, holder.anchor))
        return found


def _headed(value) -> Iterator[tuple[str, int, AnchoredValue]]:
    for child in value:
        if child.block_type == "heading":
            yield child.value["text"], child.value.level, child.value
        elif child.block_type == "pillars" and child.value["heading"]:
            yield child.value["heading"], 2, child.value
        elif child.block_type == "numbered_sections":
            for section in child.value["sections"]:
                yield section["heading"], 2, section


def levelled(value) -> Iterator[tuple[blocks.StreamValue.StreamChild, int]]:
    """Each block with the level (2 to 5) of a heading inside it, so that none is skipped (WCAG 1.3.1)."""
    level = 2
    for child in value:
        yield child, level
        last_heading = next(reversed([found for _, found, _ in _headed([child])]), None)
        level = last_heading + 1 if last_heading else level
