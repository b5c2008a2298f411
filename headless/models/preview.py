"""What another front end may show of a page before it is published."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from headless.models.clients import DIGEST_LENGTH, digest

CODE_LIFE = timedelta(minutes=2)
TOKEN_LIFE = timedelta(minutes=15)


class PreviewCodeQuerySet(models.QuerySet):
    def exchangeable(self, code: str):
        """Codes that are this secret, were not used and have not ended; one or none."""
        return self.filter(code_digest=digest(code), token_digest=None, expires_at__gt=timezone.now())

    def readable_with(self, token: str):
        """What a read token shows, or ``None`` when it is unknown or has ended."""
        return self.filter(token_digest=digest(token), expires_at__gt=timezone.now()).first()

    def ended(self):
        """What nobody can use any more."""
        return self.filter(expires_at__lte=timezone.now())


class PreviewCode(models.Model):
    """One look at one version of a page: first a code that works once, then a token to read with.

    The version is kept here as it was when the code was made, so that also a text that was not saved yet can be
    shown, and a token never shows more than that. ``page_id`` is empty for a page that was never saved.
    """

    code_digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    token_digest = models.CharField(max_length=DIGEST_LENGTH, unique=True, null=True)
    expires_at = models.DateTimeField(db_index=True)
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    page_id = models.PositiveIntegerField(null=True)
    language = models.CharField(max_length=12)
    content = models.JSONField(encoder=DjangoJSONEncoder)

    objects = PreviewCodeQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.content_type} {self.page_id}"
