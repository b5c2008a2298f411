"""Texts that stand on many pages and are changed in one place. Each can be translated."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Locale, PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.enums import AuthorKind

INLINE_FEATURES = ["bold", "italic", "link"]
YEARS_TOKEN = "{years}"  # noqa: S105 - a word in a text


class Snippet(TranslatableMixin, PreviewableMixin, RevisionMixin, index.Indexed, models.Model):
    """What the snippets share: a name, history, a preview and a search in the choosers."""

    name = models.CharField(_("name"), max_length=120)

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_preview_template(self, request, mode_name):
        return "components/snippet_preview.html"

    def get_preview_context(self, request, mode_name):
        return {"snippet": self, "kind": self._meta.model_name, "request": request}


class Author(Snippet):
    """A person or organisation that writes, with a short biography that stays true as the years pass."""

    kind = models.CharField(_("kind"), max_length=12, choices=AuthorKind, default=AuthorKind.PERSON)
    role = models.CharField(
        _("role"),
        max_length=120,
        blank=True,
        help_text=_("For example “communications officer”. Not for organisations."),
    )
    bio = RichTextField(
        _("about the author"),
        blank=True,
        features=INLINE_FEATURES,
        help_text=_("Write {years} for the number of years since the year below: “already {years} years”."),
    )
    since_year = models.PositiveSmallIntegerField(
        _("since"), null=True, blank=True, help_text=_("For example 1986.")
    )
    image = models.ForeignKey(
        "core.CustomImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait or logo"),
    )
    url = models.URLField(_("web address"), blank=True)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
        FieldPanel("role"),
        MultiFieldPanel([FieldPanel("bio"), FieldPanel("since_year")], heading=_("About the author")),
        FieldPanel("image"),
        FieldPanel("url"),
    ]
    override_translatable_fields = [SynchronizedField("image"), SynchronizedField("name")]

    class Meta(Snippet.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def clean(self):
        super().clean()
        if YEARS_TOKEN in self.bio and not self.since_year:
            raise ValidationError({"since_year": _("The text uses {years}: fill in the year to count from.")})

    @property
    def current_bio(self) -> str:
        """The biography as database HTML, with the number of whole years since ``since_year`` filled in."""
        if not self.since_year:
            return self.bio
        return self.bio.replace(YEARS_TOKEN, str(timezone.localdate().year - self.since_year))


class Partner(Snippet):
    """An organisation that works together with us on a publication or project."""

    description = models.TextField(_("description"), max_length=300, blank=True)
    url = models.URLField(_("web address"), blank=True)
    logo = models.ForeignKey(
        "core.CustomImage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )

    panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("url"), FieldPanel("logo")]
    override_translatable_fields = [SynchronizedField("logo"), SynchronizedField("name")]

    class Meta(Snippet.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")


class CallToActionQuerySet(models.QuerySet):
    def shown(self, pk: int | None, locale: Locale) -> "CallToAction | None":
        """The call to action ``pk`` in a language, in its own without a translation; with what it leads to."""
        same = self.filter(translation_key__in=self.filter(pk=pk).values("translation_key"))
        versions = same.filter(models.Q(locale=locale) | models.Q(pk=pk)).select_related("page", "contact")
        return max(versions, key=lambda version: version.locale_id == locale.pk, default=None) if pk else None


class CallToAction(Snippet):
    """An invitation with one button, used on many pages by reference."""

    title = models.CharField(_("title"), max_length=80, help_text=_("For example “Join in”."))
    text = RichTextField(_("text"), features=INLINE_FEATURES)
    button_label = models.CharField(
        _("text on the button"),
        max_length=40,
        help_text=_("Say what happens: “Sign up your group”, not “Click here”."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("to page"),
    )
    url = models.URLField(_("or to a web address"), blank=True)
    contact = models.ForeignKey(
        "core.Contact",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("or to a contact"),
        help_text=_("The button then starts an e-mail to this mailbox."),
    )

    objects = CallToActionQuerySet.as_manager()

    panels = [
        FieldPanel("name", help_text=_("Only staff see this name.")),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("button_label"),
        MultiFieldPanel(
            [PageChooserPanel("page"), FieldPanel("url"), FieldPanel("contact")],
            heading=_("Where the button leads"),
        ),
    ]
    override_translatable_fields = [SynchronizedField("name"), SynchronizedField("contact")]

    class Meta(Snippet.Meta):
        verbose_name = _("call to action")
        verbose_name_plural = _("calls to action")

    def clean(self):
        super().clean()
        if sum(map(bool, (self.page_id, self.url, self.contact_id))) != 1:
            raise ValidationError(
                {"page": _("Choose a page, fill in a web address or choose a contact: one of the three.")}
            )
        if self.page_id and not self.page.live:
            raise ValidationError(
                {"page": _("This page is not published, so the button would lead nowhere.")}
            )

    @property
    def link(self) -> str:
        """The address behind the button; empty while the chosen page is not published."""
        if self.page_id:
            return (self.page.url or "") if self.page.live else ""
        return f"mailto:{self.contact.email}" if self.contact_id else self.url


class Contact(Snippet):
    """A role that answers, never a person's own mailbox: people change, the address stays."""

    text = RichTextField(_("what you can ask"), blank=True, features=INLINE_FEATURES)
    email = models.EmailField(
        _("e-mail address"), help_text=_("A shared mailbox such as info@, not the address of one person.")
    )
    phone = models.CharField(_("telephone"), max_length=30, blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
    ]
    override_translatable_fields = [SynchronizedField("phone"), SynchronizedField("email")]

    class Meta(Snippet.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")


class ReusableText(Snippet):
    """A passage that must read the same everywhere, such as how to become a member."""

    body = RichTextField(_("text"), features=[*INLINE_FEATURES, "h3", "ul", "ol"])

    panels = [FieldPanel("name", help_text=_("Only staff see this name.")), FieldPanel("body")]
    override_translatable_fields = [SynchronizedField("name")]

    class Meta(Snippet.Meta):
        verbose_name = _("reusable text")
        verbose_name_plural = _("reusable texts")
