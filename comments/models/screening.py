"""What a comment is held up against before anybody reads it."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, validate_email
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from comments.enums import BlockedKind, WordAction
from core.remembered import forget_on_change, remembered

WORDS = "comment-words"
# No name in the internet is longer (RFC 1035, 2.3.4): what stands further to the left leads nowhere.
LONGEST_DOMAIN = 253
DOMAIN = RegexValidator(r"^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$", _("Fill in a domain such as example.org."))


class WordRule(models.Model):
    """A word or phrase that has a comment held or refused. A star stands for the rest of a word."""

    phrase = models.CharField(
        _("word or phrase"),
        max_length=80,
        unique=True,
        help_text=_("Capitals and accents make no difference. A star stands for the rest: “casino*”."),
    )
    action = models.CharField(_("then"), max_length=8, choices=WordAction, default=WordAction.HOLD)

    panels = [FieldPanel("phrase"), FieldPanel("action")]
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("word")
        verbose_name_plural = _("words")
        ordering = ["phrase"]

    def __str__(self):
        return self.phrase


def known_words() -> list[tuple[str, str]]:
    """Phrase and action of every word rule; remembered between requests."""
    return remembered(WORDS, lambda: list(WordRule.objects.values_list("phrase", "action")))


forget_on_change(WORDS, WordRule)


class BlockedSenderQuerySet(models.QuerySet):
    def matching(self, *, email: str, domains: set[str]):
        """The blocks that an address, its domain or one of ``domains`` falls under."""
        names = {part for domain in domains for part in _and_above(domain)}
        by_domain = Q(kind=BlockedKind.DOMAIN, value__in=names)
        return self.filter(by_domain | Q(kind=BlockedKind.ADDRESS, value=email.lower()))


def _and_above(domain: str) -> list[str]:
    """The domain and those above it: news.example.org, example.org."""
    parts = domain.lower()[-LONGEST_DOMAIN:].split(".")
    return [".".join(parts[start:]) for start in range(len(parts) - 1)]


class BlockedSender(models.Model):
    """An address or domain whose comments are spam; a domain also where it is linked to."""

    kind = models.CharField(_("kind"), max_length=8, choices=BlockedKind, default=BlockedKind.ADDRESS)
    value = models.CharField(_("address or domain"), max_length=254, unique=True)
    note = models.CharField(_("why"), max_length=200, blank=True)

    objects = BlockedSenderQuerySet.as_manager()
    panels = [FieldPanel("kind"), FieldPanel("value"), FieldPanel("note")]
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("blocked sender")
        verbose_name_plural = _("blocked senders")
        ordering = ["value"]

    def __str__(self):
        return self.value

    def clean(self):
        super().clean()
        self.value = self.value.strip().lower()
        try:
            (validate_email if self.kind == BlockedKind.ADDRESS else DOMAIN)(self.value)
        except ValidationError as error:
            raise ValidationError({"value": error.messages}) from error


class SpentProof(models.Model):
    """A challenge that was solved and used; kept until it would have expired, so that it is used once."""

    signature = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.signature
