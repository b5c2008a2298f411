"""A form for visitors: the page and its fields."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext, override
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.models import AbstractFormField, FormMixin
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.form_guard import new_token
from core.models import BasePage, BodyMixin
from core.models.panels import tabs
from home.enums import WITH_CHOICES, FieldType
from home.models.entries import FormEntry
from home.models.form_builder import VisitorFormBuilder, choices_of

MOST_FIELDS = 15
MOST_MONTHS = 60
OWN_COLUMNS = {"submit_time", "mail_state"}


class FormPage(BodyMixin, FormMixin, BasePage):
    """A page with a form. What visitors send is kept here and mailed to the mailbox of a role."""

    template = "pages/form_page.html"
    reader_label = _("Form")
    landing_page_template = "pages/form_received.html"
    page_description = _(
        "A form that visitors fill in. The answers go to a shared mailbox and are kept here."
    )
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    form_builder = VisitorFormBuilder

    contact = models.ForeignKey(
        "core.Contact",
        models.PROTECT,
        null=True,  # while it is a draft; without it the page cannot be published
        related_name="+",
        verbose_name=_("goes to"),
        help_text=_(
            "The shared mailbox that gets the answers. Visitors may also choose to mail it themselves."
        ),
    )
    thank_you = RichTextField(
        _("afterwards"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("What a visitor reads when the form has arrived. For example “We answer within a week.”"),
    )
    notice = RichTextField(
        _("what happens with the answers"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_(
            "Stands above the button and is kept with each answer. How long we keep it is added by itself."
        ),
    )
    keep_months = models.PositiveSmallIntegerField(
        _("keep for"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
        help_text=_("Months. Older answers are deleted by themselves; the mail stays in the mailbox."),
    )

    content_panels = [
        *BasePage.content_panels,
        FormSubmissionsPanel(),
        FieldPanel("lead"),
        FieldPanel("contact"),
        InlinePanel(
            "form_fields",
            label=_("Field"),
            heading=_("Fields of the form"),
            max_num=MOST_FIELDS,
            help_text=_("Leave empty for a name, an e-mail address and a message."),
        ),
        FieldPanel("thank_you"),
        MultiFieldPanel([FieldPanel("notice"), FieldPanel("keep_months")], heading=_("Privacy")),
        BasePage.picture_panel,
        *BodyMixin.body_panels,
    ]
    edit_handler = tabs(content=content_panels)
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    override_translatable_fields = [SynchronizedField("contact")]

    class Meta:
        verbose_name = _("form")
        verbose_name_plural = _("forms")

    # --- What visitors fill in ---

    def get_form_fields(self):
        """The fields that the editor put together, or a name, an e-mail address and a message: never none."""
        return list(self.form_fields.all()) or default_fields()

    def get_form_class(self):
        with override(self.locale.language_code):  # also when the form stands on a page in another language
            return super().get_form_class()

    def get_form_parameters(self):
        return {"auto_id": f"form-{self.pk or 0}-%s"}

    @property
    def purpose(self) -> str:
        """What the token of this form is for."""
        return f"form:{self.pk}"

    @property
    def action(self) -> str:
        """The address that takes the form, in the language of the page; empty before the page is saved."""
        return self._own_address("form")

    @property
    def received_url(self) -> str:
        """The address that says that the form has arrived."""
        return self._own_address("form_received")

    def _own_address(self, name: str) -> str:
        if self.pk is None:
            return ""
        with override(self.locale.language_code):
            return reverse(name, args=[self.pk])

    def is_open(self) -> bool:
        """Whether anybody may fill in the form: it can then stand on other pages too."""
        return self.live and not self.alias_of_id and not self.get_view_restrictions().exists()

    # --- What visitors are told ---

    @property
    def period(self) -> str:
        """How long an answer is kept, in a sentence in the language of the page."""
        with override(self.locale.language_code):
            sentence = ngettext(
                "We keep it for %(months)d month and then delete it.",
                "We keep it for %(months)d months and then delete it.",
                self.keep_months,
            )
        return sentence % {"months": self.keep_months}

    @property
    def use(self) -> str:
        """What we do with an answer, as plain text: the notice of the editor, or else our own sentence."""
        with override(self.locale.language_code):
            return get_text_for_indexing(self.notice) or gettext("We only use it to answer you.")

    @property
    def told(self) -> str:
        """Everything that stands above the button, as plain text: it is stored with each answer."""
        return f"{self.use}\n{self.period}"

    # --- Pages ---

    def get_context(self, request, *args, form=None, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["form"] = form or self.get_form()
        context["token"] = new_token(self.purpose)
        return context

    def serve(self, request, *args, **kwargs):
        # Wagtail's mixin would take the form here; ours goes to a view of its own (home.views).
        return super(FormMixin, self).serve(request, *args, **kwargs)

    # --- What came in ---

    def get_submission_class(self):
        return FormEntry

    def get_data_fields(self):
        return [*super().get_data_fields(), ("mail_state", _("Mail"))]


class FormField(TranslatableMixin, AbstractFormField):
    """One field of a form."""

    page = ParentalKey("home.FormPage", on_delete=models.CASCADE, related_name="form_fields")
    label = models.CharField(
        _("question"), max_length=120, help_text=_("Short and clear, for example “Your neighbourhood”.")
    )
    field_type = models.CharField(_("kind"), max_length=16, choices=FieldType, default=FieldType.LINE)
    required = models.BooleanField(
        _("compulsory"),
        default=True,
        help_text=_("Ask for as little as you can: fewer questions, more answers."),
    )
    choices = models.TextField(
        _("answers"), blank=True, help_text=_("Only for a choice: one answer on each line, two or more.")
    )
    help_text = models.CharField(
        _("explanation"), max_length=255, blank=True, help_text=_("Stands under the question.")
    )

    panels = [
        FieldPanel("label"),
        FieldRowPanel([FieldPanel("field_type"), FieldPanel("required")]),
        FieldPanel("help_text"),
        FieldPanel("choices"),
    ]
    # The name under which answers are stored stays the same in each language.
    override_translatable_fields = [
        SynchronizedField("clean_name", overridable=False),
        SynchronizedField("default_value", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, AbstractFormField.Meta):
        verbose_name = _("field")
        verbose_name_plural = _("fields")

    def __str__(self):
        return self.label

    def clean(self):
        super().clean()
        if self.field_type in WITH_CHOICES and len(choices_of(self)) < 2:
            raise ValidationError({"choices": _("Give two answers or more, each on a line of its own.")})
        if self.get_field_clean_name() in {"", *OWN_COLUMNS}:
            raise ValidationError(
                {"label": _("Choose another question: this one cannot be the name of a column.")}
            )


def default_fields() -> list[FormField]:
    """What a form asks when its editor put no fields together."""
    return [
        FormField(clean_name="name", label=gettext_lazy("Your name"), field_type=FieldType.NAME),
        FormField(
            clean_name="email",
            label=gettext_lazy("Your e-mail address"),
            field_type=FieldType.EMAIL,
            required=False,
            help_text=gettext_lazy("Only if you want an answer."),
        ),
        FormField(clean_name="message", label=gettext_lazy("Your message"), field_type=FieldType.TEXT),
    ]
