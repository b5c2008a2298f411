"""Once a year each group is asked “is this still right?”, twice more when it is silent; then staff see it."""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.log_actions import log

from core.localization import default_locale
from members.models import MemberPage, MemberSettings, Membership, Participation
from members.services.drafts import participation_of
from members.services.mails import write

MOST_REMINDERS = 2
signer = Signer(salt="members.still_right")


def still_right_path(page: MemberPage) -> str:
    """The address of the page with the button; signed, so that nobody guesses it."""
    with override(settings.LANGUAGE_CODE):
        return reverse("still_right", args=[signer.sign_object(page.pk)])


def page_of(token: str) -> MemberPage | None:
    """The published profile that a signed address names."""
    try:
        pk = signer.unsign_object(token)
    except (BadSignature, ValueError):
        return None
    return MemberPage.objects.published().filter(pk=pk).first()


@transaction.atomic
def confirm_still_right(*, page: MemberPage, by=None) -> None:
    """Note that the group read its profile and finds it right."""
    participation = participation_of(page)
    participation.confirmed_at, participation.reminders = timezone.now(), 0
    participation.save(update_fields=["confirmed_at", "reminders"])
    log(page, "core.still_correct", user=by)


def ask_groups(*, rules: MemberSettings) -> int:
    """Mail the groups of which the turn has come, and remind who did not answer; returns how many groups."""
    if not rules.ask_after_months:
        return 0
    now = timezone.now()
    year = now - relativedelta(months=rules.ask_after_months)
    pages = MemberPage.objects.published().in_locale(default_locale())
    asked = 0
    for page in pages.filter(last_published_at__lt=year, memberships__isnull=False).distinct():
        participation = participation_of(page)
        if _is_due(participation, year, now - timedelta(weeks=rules.ask_again_after_weeks)):
            _ask(page, participation)
            asked += 1
    return asked


def _is_due(participation: Participation, year, pause) -> bool:
    answered = participation.confirmed_at
    if answered and answered > year:
        return False
    asked = participation.asked_at
    if asked is None or asked < year:
        return True
    return participation.reminders < MOST_REMINDERS and asked < pause


@transaction.atomic
def _ask(page: MemberPage, participation: Participation) -> None:
    now = timezone.now()
    is_first = participation.asked_at is None or (
        participation.confirmed_at is not None and participation.confirmed_at > participation.asked_at
    )
    participation.reminders = 0 if is_first else participation.reminders + 1
    participation.asked_at = now
    participation.save(update_fields=["asked_at", "reminders"])
    url = settings.WAGTAILADMIN_BASE_URL + still_right_path(page)
    for person in Membership.objects.of_page(page).to_mail(decision=True):
        write(
            to=person.user.email,
            cause=f"still-right:{page.pk}:{now:%Y%m%d}:{person.user_id}",
            subject=_("Is the page of %(group)s still right?"),
            text=(
                _("Once a year we ask: is what stands on the page of %(group)s still right?"),
                _("Yes? Then press the button. No? Sign in and change it: %(write)s"),
            ),
            names={"group": page.title, "write": _group_address(page)},
            button=_("Look, and say that it is right"),
            url=url,
        )


def _group_address(page: MemberPage) -> str:
    with override(settings.LANGUAGE_CODE):
        return settings.WAGTAILADMIN_BASE_URL + reverse("portal_group", args=[page.pk])


def silent_pages():
    """Published profiles of groups that did not answer the question and both reminders, longest silent first."""
    silent = Q(participation__confirmed_at=None) | Q(
        participation__confirmed_at__lt=F("participation__asked_at")
    )
    pages = MemberPage.objects.published().filter(silent, participation__reminders__gte=MOST_REMINDERS)
    return pages.order_by("participation__asked_at", "pk")
