"""Blocks that lead to something else: organisations, publications, files, articles, events, forms."""

from operator import attrgetter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks import samples
from core.blocks.text import INLINE
from core.blocks.values import LinkValue, OrganisationValue
from core.form_guard import new_token

MEMBER = "members.MemberPage"
PUBLICATION = "publications.PublicationPage"
EVENT = "news.EventPage"
FORM = "home.FormPage"


class SameInEveryLanguage:
    """A choice that the translators' tool leaves alone.

    It would make a copy in each language of every snippet that a page names, with the Dutch text in it, and ask for
    a page of which a translator may not see the title. ``localized`` shows the translation where somebody made one.
    """

    def get_translatable_segments(self, value):
        """Nothing: the choice is not translated."""
        return []

    def restore_translated_segments(self, value, segments):
        """The choice as it was."""
        return value


class ReferenceBlock(SameInEveryLanguage, SnippetChooserBlock):
    """A snippet by reference."""


class PageReferenceBlock(SameInEveryLanguage, blocks.PageChooserBlock):
    """A page by reference."""

    def deconstruct(self):
        """As Wagtail's own block for migrations: what is kept is the same."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


class OrganisationBlock(blocks.StructBlock):
    """One organisation of a list; of a member its profile is linked."""

    member = PageReferenceBlock(
        MEMBER, label=_("Member"), required=False, help_text=_("Links to the profile. Else fill in the name.")
    )
    name = blocks.CharBlock(
        label=_("Name"),
        required=False,
        max_length=120,
        help_text=_("Leave empty to use the name of the profile."),
    )
    place = blocks.CharBlock(label=_("Place"), max_length=80, help_text=_("For example “Dordrecht”."))
    text = blocks.RichTextBlock(label=_("Text"), features=INLINE)

    class Meta:
        form_classname = "struct-block"
        value_class = OrganisationValue


class OrganisationListBlock(blocks.StructBlock):
    """Organisations with their places."""

    organisations = blocks.ListBlock(
        OrganisationBlock(label=_("Organisation")), label=_("Organisations"), min_num=1
    )

    class Meta:
        icon = "group"
        label = _("Organisations")
        group = _("Structure")
        template = "components/streamfield/organisation_list_block.html"
        preview_value = staticmethod(samples.organisations)
        description = _("Organisations with place and a short text each.")


class PublicationCardBlock(blocks.StructBlock):
    """A publication on a card."""

    page = PageReferenceBlock(PUBLICATION, label=_("Publication"))

    class Meta:
        icon = "doc-full"
        label = _("Publication")
        group = _("References")
        template = "components/streamfield/publication_card_block.html"
        description = _("A card with kind, title and year of one of our publications.")


class DocumentCardBlock(blocks.StructBlock):
    """A file to download, with its type and size."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=160,
        help_text=_("Leave empty to use the title of the document."),
    )

    class Meta:
        icon = "download"
        label = _("Download")
        group = _("References")
        template = "components/streamfield/document_card_block.html"
        description = _("A file with its type, size, pages, date and language.")


class RelatedArticleBlock(blocks.StructBlock):
    """A page to read as well; not shown while it is off line."""

    page = PageReferenceBlock(label=_("Page"))
    intro = blocks.CharBlock(
        label=_("In front of it"), required=False, max_length=60, help_text=_("Such as “Read also”.")
    )

    class Meta:
        icon = "link"
        label = _("Related article")
        group = _("References")
        template = "components/streamfield/related_article_block.html"
        value_class = LinkValue
        description = _("A link to one of our pages that keeps its title up to date.")


class EventsBlock(blocks.StructBlock):
    """Events that staff choose, shown by date; drafts are left out."""

    events = blocks.ListBlock(PageReferenceBlock(EVENT, label=_("Event")), label=_("Events"), min_num=1)

    class Meta:
        icon = "calendar"
        label = _("Events")
        group = _("References")
        template = "components/streamfield/events_block.html"
        description = _("Dates from the calendar, with year, place and a file for the reader's own calendar.")

    def get_context(self, value, parent_context=None):
        """The picked events that visitors can read by date, those without a date last; and the titles of the rest.

        Only a preview tells the editor which ones those are.
        """
        context = super().get_context(value, parent_context)
        picked = [event for event in value["events"] if event is not None]
        shown = [event for event in (getattr(event, "shown", event) for event in picked) if event is not None]
        dated = sorted((event for event in shown if event.start), key=attrgetter("start"))
        context["events"] = [*dated, *(event for event in shown if not event.start)]
        if getattr(context.get("request"), "is_preview", False):
            context["hidden"] = [event.title for event in picked if getattr(event, "shown", event) is None]
        return context


class FormBlock(blocks.StructBlock):
    """A form within the text; not shown while its page is off line."""

    page = PageReferenceBlock(FORM, label=_("Form"))

    class Meta:
        icon = "form"
        label = _("Form")
        group = _("References")
        template = "components/streamfield/form_block.html"
        description = _("One of our forms, to fill in here. Nothing shows while its page is not published.")

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not cleaned["page"].live:
            problem = ValidationError(_("Publish this form first: visitors cannot fill it in."))
            raise StructBlockValidationError({"page": problem})
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page = getattr(value["page"], "shown", value["page"])
        # Not on its own page: there the form is there already.
        if page and page.is_open() and page != context.get("page"):
            context |= {"form_page": page, "form": page.get_form(), "token": new_token(page.purpose)}
        return context


class SnippetBlock(ReferenceBlock):
    """A snippet that shows in the text. The block states how."""

    def __init__(self, target_model, *, kind, icon, label, description, **kwargs):
        super().__init__(
            target_model,
            icon=icon,
            label=label,
            group=_("References"),
            template=f"components/streamfield/{kind}_block.html",
            description=description,
            **kwargs,
        )
