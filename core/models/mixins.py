"""Concerns that page types share; each brings its own fields, panels and rules. Mixins stand before ``Page``."""

import datetime
from itertools import chain

from dateutil.relativedelta import relativedelta
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.links import MEMBER
from core.changes import remembered_of_content
from core.localization import active_locale, localized
from core.models.panels import PICTURE_HELP, footnotes_panel
from core.models.settings import SiteSettings
from core.models.taxonomy import Theme
from core.querysets import readable_pages


class PictureMixin(models.Model):
    """One picture, shown above the text and on cards. Its alternative text is asked for this use."""

    # A preview and a draft may do without; the form says when it makes one (core.page_form).
    is_unfinished = False

    image = models.ForeignKey(
        "core.CustomImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    image_alt = models.CharField(
        _("what is to be seen"),
        max_length=200,
        blank=True,
        help_text=_("Say it as on the phone: “Two women plant beans beside the community centre.”"),
    )
    image_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The picture tells nothing that the text does not tell.")
    )
    image_caption = models.CharField(_("caption"), max_length=250, blank=True)

    picture_panel = MultiFieldPanel(
        [
            FieldPanel("image", help_text=PICTURE_HELP),
            FieldPanel("image_alt"),
            FieldPanel("image_decorative"),
            FieldPanel("image_caption"),
        ],
        heading=_("Picture"),
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.image_id and self.picture_alt is None and not self.is_unfinished:
            # WCAG 2.2, 1.1.1: an alternative or an explicit choice that there is none.
            raise ValidationError({"image_alt": _("Say what is to be seen, or tick “decorative”.")})

    @property
    def picture_alt(self) -> str | None:
        """What the picture shows, empty for a decorative one; ``None`` in a draft in which nobody said it yet."""
        return "" if self.image_decorative else self.image_alt or None


class BodyMixin(models.Model):
    """The text of a page in blocks."""

    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)

    body_panels = [
        FieldPanel("body"),
        footnotes_panel(),
    ]

    class Meta:
        abstract = True

    @property
    def headings(self) -> list:
        """The headings of the text in order, each with ``text``, ``level`` (2 to 4) and ``anchor``."""
        return self.body.stream_block.headings(self.body)

    def more_members(self) -> list:
        """Members whose turn it is today, for the end of the page; none where the text shows members itself."""
        if any(block.block_type == "member_teasers" for block in self.body):
            return []
        # By label, as a foreign key would: core may not import them.
        return apps.get_model(MEMBER).objects.teasers(page=self)


class ThemedMixin(models.Model):
    """Themes from the closed list of seven."""

    themes = ParentalManyToManyField("core.Theme", blank=True, verbose_name=_("themes"), related_name="+")

    themes_panel = FieldPanel("themes", widget=CheckboxSelectMultiple)

    class Meta:
        abstract = True

    @cached_property
    def shown_themes(self) -> list:
        """The themes in the language of the reader, also on a card of a page that is only in Dutch.

        In Dutch where a theme has no translation.
        """
        if "theme_keys" not in vars(self):
            return Theme.objects.translated(self.themes.all(), active_locale())
        keys = (self.theme_keys or "").split(",")
        return Theme.objects.translated(
            [term for term in Theme.objects.terms() if str(term.pk) in keys], active_locale()
        )


class DatedMixin(models.Model):
    """A publication date, and what happens when the page grows old."""

    date = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("Readers see this date. Lists are in this order.")
    )
    show_older_notice = models.BooleanField(
        _("say when it is old"),
        default=True,
        help_text=_("After some months “Older article” appears above the text by itself."),
    )
    follow_up = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("follow-up"),
        help_text=_("The page that tells how it went on. The notice links to it."),
    )
    review_date = models.DateField(
        _("check again on"),
        null=True,
        blank=True,
        help_text=_("Leave empty: the period of the site settings then counts from the date."),
    )

    ageing_panel = MultiFieldPanel(
        [FieldPanel("show_older_notice"), PageChooserPanel("follow_up"), FieldPanel("review_date")],
        heading=_("When it grows old"),
    )

    class Meta:
        abstract = True

    @property
    def updated_on(self) -> datetime.date | None:
        """The day of the last change in Dutch local time; ``None`` while the page stands as it first came on line.

        A page that was dated back is not "updated" on the day on which somebody entered it.
        """
        if not (self.first_published_at and self.last_published_at):
            return None
        last = timezone.localdate(self.last_published_at)
        return last if last > max(timezone.localdate(self.first_published_at), self.date) else None

    @property
    def shown_follow_up(self):
        """The follow-up in the language of this page, or ``None`` when visitors cannot read it."""
        page = localized([self.follow_up], self.locale)[0] if self.follow_up_id else None
        return page if page is not None and readable_pages().filter(pk=page.pk).exists() else None

    def is_older(self, settings: SiteSettings, today=None) -> bool:
        """Whether the notice “Older article” is due: the date lies the set number of months back, or more."""
        months = settings.older_after_months
        if not (self.show_older_notice and months):
            return False
        return self.date <= (today or timezone.localdate()) - relativedelta(months=months)


class SourceMixin(models.Model):
    """“Published before on”: the other site on which a text stood first."""

    source_name = models.CharField(
        _("published before on"), max_length=120, blank=True, help_text=_("The name of the other site.")
    )
    source_url = models.URLField(
        _("web address there"),
        blank=True,
        help_text=_(
            "Search engines are told that this is the first place, so that the text does not count double."
        ),
    )

    source_panel = MultiFieldPanel(
        [FieldPanel("source_name"), FieldPanel("source_url")], heading=_("Published before")
    )

    class Meta:
        abstract = True


class RelatedPage(Orderable):
    """One hand-picked page in “Read also”; a concrete child adds ``page``, the parental key."""

    target = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+", verbose_name=_("page"))

    panels = [PageChooserPanel("target")]

    class Meta(Orderable.Meta):
        abstract = True


# What it takes to find the page of “Read also” in the language of the reader.
RELATED_FIELDS = ("content_type", "locale", "translation_key")


class RelatedPagesMixin(models.Model):
    """“Read also”: hand-picked pages; the concrete type has a child model ``related_pages``."""

    related_panel = InlinePanel("related_pages", label=_("Page"), heading=_("Read also"))

    class Meta:
        abstract = True

    def related_articles(self) -> list:
        """The picked pages that visitors can read, in the language of this page where they have been translated.

        Costs a query, and one per type that occurs where these pages are not remembered.
        """
        rows = self.related_pages.select_related("target").only(
            "page", *(f"target__{name}" for name in RELATED_FIELDS)
        )
        picked = localized([row.target for row in rows], self.locale)
        order = [page.pk for page in picked]
        models = {page.specific_class for page in picked}

        def load() -> list:
            found = chain.from_iterable(model.objects.for_related(order) for model in models)
            return sorted(found, key=lambda page: order.index(page.pk))

        return remembered_of_content(f"related-{'-'.join(map(str, order))}", load) if order else []


class TaggedMixin:
    """Free tags beside the themes; the concrete type has ``tags``, and adds ``search_fields`` to its own."""

    search_fields = [
        index.RelatedFields("themes", [index.SearchField("name", boost=5), index.FilterField("slug")]),
        index.RelatedFields("tags", [index.SearchField("name", boost=4)]),
    ]

    @cached_property
    def tag_names(self) -> list[str]:
        """The names of its tags in the order of the alphabet."""
        if "linked_tags" in vars(self):
            return sorted((self.linked_tags or "").splitlines(), key=str.casefold)
        return sorted((tag.name for tag in self.tags.all()), key=str.casefold)
