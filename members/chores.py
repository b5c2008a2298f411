"""What ``housekeep`` does for members."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Site

from core.chores import chore
from members.models import Application, Invitation, MemberSettings
from members.services.photos import delete_orphans
from members.services.reminding import remind_reviewers
from members.services.yearly import ask_groups


def _rules() -> MemberSettings:
    return MemberSettings.for_site(Site.objects.filter(is_default_site=True).first())


@chore
def ask_whether_still_right() -> str:
    """Asks groups once a year whether their page is still right."""
    return f"{ask_groups(rules=_rules())} groups asked"


@chore
def remind_of_stories() -> str:
    """Reminds reviewers of stories that wait too long."""
    waiting_since = timezone.now() - timedelta(days=_rules().remind_after_days)
    return f"{remind_reviewers(waiting_since=waiting_since)} mails"


@chore
def delete_uploads_without_page() -> str:
    """Deletes photos that stand in no version of a profile."""
    return f"{delete_orphans()} photos deleted"


@chore
def forget_applications() -> str:
    """Deletes applications and invitations after the period for which they are kept."""
    applications, _details = Application.objects.outdated().delete()
    invitations, _details = Invitation.objects.outdated().delete()
    return f"{applications + invitations} rows deleted"
