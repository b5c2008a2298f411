"""Programs that may do more than an unknown one."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from headless.enums import Scope

# Last use is noted once in this while: a busy client would write at each request otherwise.
NOTED_EVERY = timedelta(minutes=10)
DIGEST_LENGTH = 64


def digest(secret: str) -> str:
    """What is kept of a secret of 128 or more random bits: a plain hash, for nobody can guess what it came from."""
    return hashlib.sha256(secret.encode()).hexdigest()


class ApiTokenQuerySet(models.QuerySet):
    def valid(self):
        """Tokens that were neither revoked nor have ended."""
        now = timezone.now()
        return self.filter(models.Q(expires_at=None) | models.Q(expires_at__gt=now), revoked_at=None)

    def known_by(self, secret: str):
        """The valid token that is this secret, or ``None``."""
        return self.valid().filter(digest=digest(secret)).first()

    def noticed(self, token: "ApiToken") -> None:
        """Notes that a token was used, at most once in ten minutes."""
        now = timezone.now()
        if token.last_used_at is None or token.last_used_at < now - NOTED_EVERY:
            self.filter(pk=token.pk).update(last_used_at=now)


class ApiToken(models.Model):
    """The key of one client. It is shown once, when it is made; here stands only its hash."""

    name = models.CharField(
        _("client"),
        max_length=80,
        help_text=_("Which program uses it, and whose it is: “App of Platform31”."),
    )
    scopes = models.JSONField(_("allowed to"), default=list)
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True, editable=False)
    hint = models.CharField(_("begins with"), max_length=12, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("by"),
    )
    expires_at = models.DateTimeField(_("ends"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)

    objects = ApiTokenQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("API token")
        verbose_name_plural = _("API tokens")
        ordering = ["name", "-created_at"]

    def __str__(self):
        return self.name

    def may(self, scope: Scope) -> bool:
        """Whether the token has this scope."""
        return scope in self.scopes

    @property
    def shown_scopes(self) -> str:
        """What it may do, in words."""
        return ", ".join(str(Scope(scope).label) for scope in self.scopes if scope in Scope.values)

    @property
    def is_valid(self) -> bool:
        """Whether it still works."""
        return self.revoked_at is None and (self.expires_at is None or self.expires_at > timezone.now())
