"""What visitors could read once and cannot any more."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

KEEP = timedelta(days=400)


class TombstoneQuerySet(models.QuerySet):
    def at(self, path: str):
        """The page that stood at this path, or ``None``."""
        return self.filter(path=path).first()

    def since(self, moment):
        """Pages that went at ``moment`` or later, the first one first."""
        return self.filter(gone_at__gte=moment).order_by("gone_at", "pk")

    def outdated(self):
        """What nobody needs to hear of any more."""
        return self.filter(gone_at__lt=timezone.now() - KEEP)


class Tombstone(models.Model):
    """One page that was public: its key, kind, language and path, and nothing of what it said."""

    page_id = models.PositiveIntegerField(unique=True)
    model = models.CharField(max_length=100)
    language = models.CharField(max_length=12)
    path = models.CharField(max_length=1000, db_index=True)
    gone_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = TombstoneQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.path
