"""A story that waits too long is brought to the attention of the reviewers, once a day at most."""

from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from members.models import MemberPage
from members.services.mails import write
from users.models import User


def waiting_tasks():
    """The reviews of profiles that nobody finished, the oldest first."""
    tasks = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__content_type=ContentType.objects.get_for_model(MemberPage),
    )
    return tasks.select_related("workflow_state", "task").order_by("started_at", "pk")


def remind_reviewers(*, waiting_since: datetime) -> int:
    """Mail each reviewer the number of stories that wait since before a moment; returns how many mails."""
    overdue = waiting_tasks().filter(started_at__lt=waiting_since)
    numbers: dict[int, int] = {}
    for task_state in overdue:
        groups = task_state.task.specific.groups.values("pk")
        for pk in (
            User.objects.filter(groups__in=groups, is_active=True).distinct().values_list("pk", flat=True)
        ):
            numbers[pk] = numbers.get(pk, 0) + 1
    for user in User.objects.filter(pk__in=numbers):
        write(
            to=user.email,
            cause=f"stories-wait:{timezone.localdate()}:{user.pk}",
            subject=_("Stories wait for you: %(number)s"),
            text=(
                _("So many stories of members wait longer than agreed: %(number)s. The oldest comes first."),
            ),
            names={"number": numbers[user.pk]},
            button=_("To the list"),
            url=settings.WAGTAILADMIN_BASE_URL + reverse("members_admin:stories"),
        )
    return len(numbers)
