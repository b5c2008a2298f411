"""Groups that want to become a member."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.enums import ApplicationState

UNCONFIRMED_KEPT = timedelta(days=7)
DECIDED_KEPT = timedelta(days=90)


class ApplicationQuerySet(models.QuerySet):
    def confirmed(self):
        """What staff see: somebody reads the mail of this address."""
        return self.exclude(state=ApplicationState.UNCONFIRMED)

    def waiting(self):
        """Confirmed, and not answered yet."""
        return self.filter(state=ApplicationState.NEW)

    def outdated(self):
        """What was kept for as long as the form promised."""
        now = timezone.now()
        unconfirmed = Q(state=ApplicationState.UNCONFIRMED, created_at__lt=now - UNCONFIRMED_KEPT)
        return self.filter(unconfirmed | Q(decided_at__lt=now - DECIDED_KEPT))


class Application(models.Model):
    """What a group filled in to become a member, with what it was told then."""

    organisation = models.CharField(_("name of the group"), max_length=120)
    place_name = models.CharField(_("place"), max_length=80)
    contact_name = models.CharField(_("contact person"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    themes = models.ManyToManyField("core.Theme", blank=True, related_name="+", verbose_name=_("themes"))
    about = models.TextField(_("what the group does"))
    told = models.TextField(_("what the applicant agreed to"))
    key = models.CharField(max_length=64, unique=True, editable=False)
    token = models.CharField(max_length=64, unique=True, editable=False)
    state = models.CharField(
        _("state"), max_length=12, choices=ApplicationState, default=ApplicationState.UNCONFIRMED
    )
    created_at = models.DateTimeField(_("sent"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    decided_at = models.DateTimeField(_("answered"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("answered by")
    )
    answer = models.TextField(_("answer"), blank=True)
    page = models.ForeignKey(
        "members.MemberPage", models.SET_NULL, null=True, related_name="+", verbose_name=_("profile")
    )

    objects = ApplicationQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-created_at"]
        default_permissions = ["view", "change"]

    def __str__(self):
        return self.organisation
