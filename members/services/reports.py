"""Photos that somebody does not want on the site: off at once, and then staff decide."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core import throttle
from core.models import CustomImage
from core.throttle import Budget, network_code
from members.enums import ReportState
from members.models import MemberPage, PhotoReport
from members.services.mails import tell_group, write
from members.services.photos import put_photo_back, remove_photo

# Few, because each takes something off the site before anybody looked.
PER_NETWORK = Budget("photo_network", amount=3, seconds=24 * 3600)
ALL_TOGETHER = Budget("photo", amount=20, seconds=24 * 3600)


class AlreadyDecided(Exception):  # noqa: N818 - a state of affairs, not a fault
    """A colleague decided first."""


@transaction.atomic
def report_photo(
    *, page: MemberPage, image: CustomImage, reason: str, email: str, address: str
) -> PhotoReport:
    """Take a photo off the site and put it before the staff. Raises ``OverBudget``."""
    throttle.spend(PER_NETWORK, network_code(address))
    throttle.spend(ALL_TOGETHER, "")
    place = remove_photo(page=page, image=image)
    report = PhotoReport.objects.create(page=page, image=image, place=place, reason=reason, email=email)
    tell_group(page=page, event="photo_reported", cause=f"photo-report:{report.pk}")
    return report


@transaction.atomic
def decide(*, report: PhotoReport, keep: bool, by) -> None:
    """Put the photo back (``keep``) or delete it; who left an address hears it. Raises ``AlreadyDecided``."""
    state = ReportState.PUT_BACK if keep else ReportState.DELETED
    open_report = PhotoReport.objects.filter(pk=report.pk, state=ReportState.OPEN)
    if not open_report.update(state=state, decided_at=timezone.now(), decided_by=by):
        raise AlreadyDecided
    if keep and report.image and report.place:
        put_photo_back(page=report.page, image=report.image, place=report.place, by=by)
    elif report.image:
        report.image.delete()
    log(report.page, f"members.photo_{state}", user=by, data={"report": report.pk})
    if report.email:
        kept = _("The association looked at it and put the photo back.")
        gone = _("The association looked at it and deleted the photo.")
        write(
            to=report.email,
            cause=f"photo-decision:{report.pk}",
            subject=_("About the photo of %(group)s"),
            text=(
                _("You reported a photo on the page of %(group)s."),
                kept if keep else gone,
                _("Do you not agree? Answer this mail."),
            ),
            names={"group": report.page.title},
        )
    PhotoReport.objects.filter(pk=report.pk).update(email="")
