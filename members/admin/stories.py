"""The stories that wait: the list, and the screen on which a reviewer compares and answers."""

from django.core.exceptions import PermissionDenied
from django.db.models import Case, IntegerField, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import WorkflowState

from core.admin.reports import PagesReport
from core.admin.waiting import WaitingItem
from members.admin.forms import AnswerForm
from members.models import MemberPage
from members.portal.versions import both_versions
from members.services.drafts import draft_of, participation_of
from members.services.reminding import waiting_tasks
from members.services.sending import NotWaiting, approve, ask_change, refuse, take_up

NAMESPACE = "members_admin"


def reviewable(user) -> dict[int, object]:
    """The reviews that wait and that ``user`` may finish, by primary key of the profile, the oldest first."""
    tasks: dict[int, object] = {}
    for task_state in waiting_tasks():
        page_pk = int(task_state.workflow_state.object_id)
        if task_state.task.specific.user_can_access_editor(None, user):
            tasks[page_pk] = task_state
    return tasks


class StoryColumn(TitleColumn):
    """The name of the group, with a link to the screen of the reviewer."""

    def get_link_url(self, instance, parent_context):
        return reverse(f"{NAMESPACE}:story", args=[instance.pk])


class StoriesReport(PagesReport):
    """The stories of members that wait for this reviewer, the oldest first."""

    namespace = NAMESPACE
    name = "stories"
    model = MemberPage
    page_title = gettext_lazy("Stories of members")
    header_icon = "openquote"
    any_permission_required = ["publish"]
    columns = [
        StoryColumn("draft_title", label=gettext_lazy("Group"), width="28%"),
        Column("place", label=gettext_lazy("Place"), width="18%"),
        DateColumn("waits_since", label=gettext_lazy("Waits since"), width="14%"),
        Column("kind", label=gettext_lazy("What"), width="12%"),
        Column("contact", label=gettext_lazy("Contact"), width="18%"),
        Column("read_by", label=gettext_lazy("Read by"), width="10%"),
    ]

    @cached_property
    def tasks(self):
        return reviewable(self.request.user)

    def get_queryset(self):
        order = Case(
            *(When(pk=pk, then=number) for number, pk in enumerate(self.tasks)),
            default=len(self.tasks),
            output_field=IntegerField(),
        )
        pages = MemberPage.objects.filter(pk__in=list(self.tasks)).select_related(
            "place", "participation__taken_up_by"
        )
        return pages.defer("body").order_by(order, "pk")

    def decorate_paginated_queryset(self, object_list):
        """Tells of each page what the columns show."""
        pages = list(object_list)
        for page in pages:
            page.waits_since = self.tasks[page.pk].started_at
            page.kind = _("a change") if page.live else _("new")
            page.contact = page.contact_name or page.email
            page.read_by = (getattr(page, "participation", None) and page.participation.taken_up_by) or ""
        return pages


class StoriesMenuItem(MenuItem):
    """Shown to whoever may publish."""

    def is_shown(self, request):
        return StoriesReport.is_open_to(request.user)


def stories_menu_item() -> MenuItem:
    """The list in the main menu, below the members."""
    return StoriesMenuItem(
        StoriesReport.page_title, StoriesReport.url(), name="stories", icon_name="openquote", order=185
    )


def stories_waiting(request: HttpRequest) -> WaitingItem | None:
    """Stories that this reviewer can answer."""
    if not StoriesReport.is_open_to(request.user):
        return None
    tasks = list(reviewable(request.user).values())
    text = ngettext("story of a member waits", "stories of members wait", len(tasks))
    oldest = tasks[0].started_at if tasks else None
    return WaitingItem(len(tasks), text, StoriesReport.url(), oldest=oldest, urgent=True)


ANSWERS = {
    "approve": (approve, gettext_lazy("Approved: the story is on the site.")),
    "ask": (ask_change, gettext_lazy("The group gets your message and can write on.")),
    "refuse": (refuse, gettext_lazy("The group hears that the story is not placed.")),
}


@require_http_methods(["GET", "HEAD", "POST"])
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """Old and new beside each other, and the answers. Raises ``Http404``, and ``PermissionDenied``."""
    page = get_object_or_404(MemberPage, pk=pk)
    task_state = reviewable(request.user).get(page.pk)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and "take_up" in request.POST:
        return _take_up(request, page)
    if request.method == "POST" and form.is_valid():
        return _answer(request, page, form)
    draft = draft_of(page)
    context = {
        "page": page,
        "draft": draft,
        "task_state": task_state,
        "rows": both_versions(page if page.live else None, draft),
        "participation": participation_of(page),
        "consent": page.consents.select_related("text", "by").order_by("-pk").first(),
        "form": form,
        "earlier": _earlier_answers(page),
    }
    status = 422 if form.errors else 200
    return render(request, "wagtailadmin/members/story.html", context, status=status)


def _earlier_answers(page: MemberPage) -> list:
    """What was answered before, the newest first."""
    states = WorkflowState.objects.for_instance(page).prefetch_related("task_states__finished_by")
    tasks = [task for state in states for task in state.task_states.all() if task.finished_at]
    return sorted(tasks, key=lambda task: task.finished_at, reverse=True)[:5]


def _take_up(request: HttpRequest, page: MemberPage) -> HttpResponse:
    try:
        take_up(page=page, by=request.user)
    except NotWaiting:
        return _too_late(request)
    messages.success(request, _("The group sees that you are reading it."))
    return redirect(f"{NAMESPACE}:story", page.pk)


def _answer(request: HttpRequest, page: MemberPage, form: AnswerForm) -> HttpResponse:
    if page.pk not in reviewable(request.user):
        return _too_late(request)
    answer, told = ANSWERS[form.cleaned_data["answer"]]
    name = "comment" if answer is approve else "message"
    try:
        answer(page=page, by=request.user, **{name: form.cleaned_data["message"]})
    except NotWaiting:
        return _too_late(request)
    messages.success(request, told)
    return redirect(f"{NAMESPACE}:stories")


def _too_late(request: HttpRequest) -> HttpResponse:
    messages.warning(
        request, _("This story no longer waits: a colleague answered, or the group took it back.")
    )
    return redirect(f"{NAMESPACE}:stories")


addresses = [*StoriesReport.addresses(), path("stories/<row:pk>/", story, name="story")]
