"""Who writes for which group."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.enums import InvitationState, Role

INVITATION_LIVES = timedelta(days=14)
INVITATION_KEPT = timedelta(days=90)


class MembershipQuerySet(models.QuerySet):
    """Who writes for which group."""

    def of(self, user):
        """The groups of ``user``, by name, each with its page."""
        return self.filter(user=user).select_related("page").order_by("page__title", "pk")

    def of_page(self, page):
        """The people of a group: owners first."""
        rows = self.filter(page=page).select_related("user")
        return rows.order_by(models.Case(models.When(role=Role.OWNER, then=0), default=1), "pk")

    def owners(self):
        return self.filter(role=Role.OWNER)

    def to_mail(self, *, decision: bool):
        """Who gets a mail: everybody for a decision, else who did not switch these mails off."""
        rows = self.filter(user__is_active=True)
        return rows if decision else rows.filter(muted=False)


class Membership(models.Model):
    """One person who writes for one group. All that a member may do follows from it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    page = models.ForeignKey(
        "members.MemberPage", models.CASCADE, related_name="memberships", verbose_name=_("group")
    )
    role = models.CharField(_("role"), max_length=8, choices=Role, default=Role.EDITOR)
    muted = models.BooleanField(_("only mail about decisions"), default=False)
    created_at = models.DateTimeField(_("since"), default=timezone.now)

    objects = MembershipQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("person of a group")
        verbose_name_plural = _("people of groups")
        constraints = [models.UniqueConstraint(fields=["user", "page"], name="one_membership")]

    def __str__(self):
        return f"{self.user} ({self.page})"

    @property
    def is_owner(self) -> bool:
        return self.role == Role.OWNER


class InvitationQuerySet(models.QuerySet):
    def open(self):
        """Invitations that can still be accepted."""
        return self.filter(accepted_at=None, revoked_at=None, sent_at__gt=timezone.now() - INVITATION_LIVES)

    def of_page(self, page):
        """The invitations of a group, the newest first, without those that were accepted."""
        return self.filter(page=page, accepted_at=None).order_by("-sent_at")

    def outdated(self):
        """Invitations whose address need not be kept any longer."""
        return self.filter(sent_at__lt=timezone.now() - INVITATION_KEPT)


class Invitation(models.Model):
    """A mail that invites somebody to write for a group. The link in it is not stored."""

    page = models.ForeignKey("members.MemberPage", models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=8, choices=Role, default=Role.EDITOR)
    token = models.CharField(max_length=64, unique=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    opened_at = models.DateTimeField(_("opened"), null=True)
    accepted_at = models.DateTimeField(_("accepted"), null=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True)

    objects = InvitationQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self):
        return f"{self.email} ({self.page})"

    @property
    def expires_at(self):
        return self.sent_at + INVITATION_LIVES

    @property
    def state(self) -> InvitationState:
        """Where it stands, as staff and owners see it."""
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.revoked_at:
            return InvitationState.REVOKED
        if self.expires_at <= timezone.now():
            return InvitationState.EXPIRED
        return InvitationState.OPENED if self.opened_at else InvitationState.SENT
