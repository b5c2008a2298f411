"""The first panel of the dashboard: what waits for whoever signed in.

Each app tells what it has with ``register_waiting_item``; ``core`` begins with what every page has.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Exists, Min, OuterRef
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy

from core.admin.outbox import OutboxReport
from core.admin.reports import BrokenReferencesReport, DraftsReport, LanguagesReport
from core.admin.review import ReviewReport
from core.models import OutboxMail, SendingState, SiteSettings
from core.review import pages_due
from core.translations import finished_translations, translations_with_work


@dataclass(frozen=True)
class WaitingItem:
    """Work of one kind: how much, what it is (``text``, which follows the number), where the list is.

    ``oldest`` is the moment since when the first of it waits; ``urgent`` marks what others wait for.
    """

    number: int
    text: str
    href: str
    oldest: datetime | None = None
    urgent: bool = False


Source = Callable[[HttpRequest], WaitingItem | None]
_sources: list[tuple[int, Source]] = []


def register_waiting_item(source: Source, *, order: int = 500) -> None:
    """Adds a kind of work to the dashboard.

    ``source`` gets the request and gives an item, or ``None`` for a user whom it does not concern. An item of
    which the number is 0 is not shown. The lowest ``order`` comes first.
    """
    _sources.append((order, source))


class WaitingPanel(Component):
    """What waits, the most pressing first; a friendly word when nothing does."""

    name = "waiting"
    template_name = "wagtailadmin/home/waiting.html"
    order = 50

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        items = [source(request) for _order, source in sorted(_sources, key=lambda pair: pair[0])]
        return {"items": [item for item in items if item and item.number], "user": request.user}


def tasks_for_me(request: HttpRequest) -> WaitingItem | None:
    """Pages that this user is asked to judge."""
    found = TaskState.objects.reviewable_by(request.user).aggregate(
        number=Count("pk"), oldest=Min("started_at")
    )
    return WaitingItem(
        found["number"],
        ngettext("page asks for your approval", "pages ask for your approval", found["number"]),
        reverse("wagtailadmin_reports:workflow_tasks") + "?reviewable=true",
        oldest=found["oldest"],
        urgent=True,
    )


def tasks_of_others(request: HttpRequest) -> WaitingItem | None:
    """Pages that are with a reviewer; for who wrote them but need not judge them."""
    mine = TaskState.objects.reviewable_by(request.user).values("pk")
    under_review = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=_editable_pages(request).annotate(key=Cast("pk", CharField())).values("key"),
    ).exclude(current_task_state__in=mine)
    found = under_review.aggregate(number=Count("pk"), oldest=Min("current_task_state__started_at"))
    return WaitingItem(
        found["number"],
        ngettext("page is with the reviewers", "pages are with the reviewers", found["number"]),
        reverse("wagtailadmin_reports:workflow") + "?status=in_progress",
        oldest=found["oldest"],
    )


def drafts(request: HttpRequest) -> WaitingItem | None:
    """Changes that visitors do not see yet."""
    pages = _editable_pages(request).filter(has_unpublished_changes=True, alias_of__isnull=True)
    found = pages.aggregate(number=Count("pk"), oldest=Min("latest_revision_created_at"))
    return WaitingItem(
        found["number"],
        ngettext("page has unpublished changes", "pages have unpublished changes", found["number"]),
        DraftsReport.url(),
        oldest=found["oldest"],
    )


def reviews(request: HttpRequest) -> WaitingItem | None:
    """Pages past their review date."""
    due = pages_due(SiteSettings.for_request(request)).order_by().values("pk")
    number = _editable_pages(request).filter(pk__in=due).count()
    text = ngettext("page should be checked again", "pages should be checked again", number)
    return WaitingItem(number, text, ReviewReport.url())


def translations(request: HttpRequest) -> WaitingItem | None:
    """Translations with texts missing, or of which the source changed; for who may translate."""
    if not request.user.has_perm("wagtail_localize.submit_translation"):
        return None
    number = translations_with_work().count()
    text = ngettext("translation is not up to date", "translations are not up to date", number)
    return WaitingItem(number, text, LanguagesReport.url("work=work"))


def translations_to_publish(request: HttpRequest) -> WaitingItem:
    """Translations that are done; for who may publish them."""
    pages = page_permission_policy.instances_user_has_permission_for(request.user, "publish")
    theirs = pages.filter(
        translation_key=OuterRef("source__object_id"), locale_id=OuterRef("target_locale_id")
    )
    found = (
        finished_translations().filter(Exists(theirs)).aggregate(number=Count("pk"), oldest=Min("written_at"))
    )
    return WaitingItem(
        found["number"],
        ngettext(
            "translation is ready to be published", "translations are ready to be published", found["number"]
        ),
        LanguagesReport.url("work=finished"),
        oldest=found["oldest"],
        urgent=True,
    )


def broken_references(request: HttpRequest) -> WaitingItem | None:
    """References to pages that visitors cannot see."""
    number = BrokenReferencesReport.references(request.user).count()
    text = ngettext("link leads to an unpublished page", "links lead to unpublished pages", number)
    return WaitingItem(number, text, BrokenReferencesReport.url())


def failed_mails(request: HttpRequest) -> WaitingItem | None:
    """Mails that never arrived; for whoever may send them again."""
    if not OutboxReport.is_open_to(request.user):
        return None
    found = OutboxMail.objects.failed().aggregate(number=Count("pk"), oldest=Min("queued_at"))
    return WaitingItem(
        found["number"],
        ngettext("mail could not be delivered", "mails could not be delivered", found["number"]),
        OutboxReport.url(f"state={SendingState.FAILED}"),
        oldest=found["oldest"],
        urgent=True,
    )


def _editable_pages(request: HttpRequest):
    pages = page_permission_policy.instances_user_has_permission_for(request.user, "change")
    return Page.objects.filter(pk__in=pages.order_by().values("pk")).order_by()


register_waiting_item(tasks_for_me, order=100)
register_waiting_item(translations_to_publish, order=150)
register_waiting_item(tasks_of_others, order=200)
register_waiting_item(drafts, order=300)
register_waiting_item(reviews, order=400)
register_waiting_item(translations, order=600)
register_waiting_item(broken_references, order=700)
register_waiting_item(failed_mails, order=600)
