"""The queue: what waits, what readers reported, and everything that was decided before."""

import django_filters
from django.db.models import Count, Min, Q
from django.forms import RadioSelect
from django.middleware.csrf import get_token
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, DateColumn
from wagtail.admin.views.generic.models import IndexView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from comments.enums import Action, State
from comments.models import Comment
from core.text import shorten

EXCERPT = 180
REPORTED, ALL = "reported", "all"


class StateFilter(django_filters.ChoiceFilter):
    """By state; what waits unless somebody chooses."""

    def __init__(self, **options):
        choices = [
            (State.HELD, _("waiting")),
            (REPORTED, _("reported")),
            (State.APPROVED, _("approved")),
            (State.REFUSED, _("refused")),
            (State.SPAM, _("spam")),
            (State.TRASHED, _("trash")),
            (ALL, _("all")),
        ]
        super().__init__(
            label=_("State of the comment"), choices=choices, empty_label=None, widget=RadioSelect, **options
        )

    def filter(self, qs, value):
        if value == REPORTED:
            return qs.reported()
        return qs if value == ALL else qs.filter(state=value or State.HELD)


def pages_with_comments(request):
    """The pages in the sections of this moderator that have comments."""
    mine = Comment.objects.moderated_by(request.user)
    return Page.objects.filter(pk__in=mine.values("conversation__page")).order_by("title")


class CommentFilterSet(WagtailFilterSet):
    state = StateFilter()
    page = django_filters.ModelChoiceFilter(
        field_name="conversation__page", label=_("Page"), queryset=pages_with_comments
    )
    written_at = django_filters.DateFromToRangeFilter(label=_("Written"), widget=DateRangePickerWidget)
    language = django_filters.AllValuesFilter(label=_("Language"), widget=RadioSelect, empty_label=_("All"))

    class Meta:
        model = Comment
        fields: list[str] = []


class WordsColumn(Column):
    """The beginning of a comment with its writer, and why it waits."""

    cell_template_name = "wagtailadmin/comments/words_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        return super().get_cell_context_data(instance, parent_context) | {
            "excerpt": shorten(instance.text, EXCERPT),
            "is_cut": len(instance.text) > EXCERPT,
            "href": reverse("comments_admin:desk", args=[instance.pk]),
        }


class DecisionsColumn(Column):
    """The two decisions that most comments need, without opening them."""

    cell_template_name = "wagtailadmin/comments/decisions_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        offered = [Action.APPROVE, Action.SPAM] if instance.state == State.HELD else [Action.RESTORE]
        if instance.state in (State.APPROVED, State.ERASED):
            offered = []
        return super().get_cell_context_data(instance, parent_context) | {
            "actions": offered,
            "beside": _beside(instance, parent_context["table"].data),
            "csrf_token": get_token(parent_context["request"]),
        }


def _beside(comment: Comment, listed) -> int | None:
    """The key of the comment below ``comment`` in the list, or above the last one.

    After a decision the list begins there: who works with a keyboard need not walk past everything again.
    """
    keys = [row.pk for row in listed]
    place = keys.index(comment.pk)
    return next(iter(keys[place + 1 :] or reversed(keys[:place])), None)


class Queue(IndexView):
    """The list. Costs the same number of queries however many comments it shows."""

    model = Comment
    page_title = _("Comments")
    header_icon = "comment"
    template_name = "wagtailadmin/comments/queue.html"
    index_url_name = "comments_admin:queue"
    index_results_url_name = "comments_admin:queue_results"
    any_permission_required = ["change"]
    default_ordering = "written_at"
    paginate_by = 50
    filterset_class = CommentFilterSet
    search_fields = ["text", "name", "email"]
    columns = [
        BulkActionsCheckboxColumn("bulk_actions", obj_type="comment"),
        WordsColumn("words", label=_("Comment"), accessor="pk", width="45%"),
        Column("page", label=_("Page"), accessor="conversation.page.title", width="17%"),
        Column(
            "state",
            label=_("State of the comment"),
            accessor="get_state_display",
            sort_key="state",
            width="8%",
        ),
        DateColumn("written_at", label=_("Written"), sort_key="written_at", width="10%"),
        DecisionsColumn("decisions", label=_("Decide"), accessor="pk", width="14%"),
    ]
    list_export = [
        "pk",
        "conversation.page.title",
        "get_state_display",
        "written_at",
        "name",
        "text",
        "language",
        "reason",
    ]
    export_headings = {
        "pk": _("Number of the comment"),
        "conversation.page.title": _("Page"),
        "get_state_display": _("State of the comment"),
    }
    export_filename = "reacties"

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(Comment)

    def get_filterset_kwargs(self):
        """Without a choice: what waits."""
        data = self.request.GET.copy()
        data.setdefault("state", State.HELD)
        return super().get_filterset_kwargs() | {"data": data}

    def get_base_queryset(self):
        comments = Comment.objects.moderated_by(self.request.user).select_related("conversation__page")
        return comments.annotate(open_reports=Count("reports", filter=Q(reports__outcome="open")))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        chosen = self.request.GET.get("state", State.HELD)
        return context | {"tabs": tabs_for(self.request.user, chosen), "model_opts": Comment._meta}


def tabs_for(user, chosen: str) -> list[dict]:
    """How many comments are in each state, for the links above the list; since when the first of them waits."""
    mine = Comment.objects.moderated_by(user)
    counted = mine.values("state").annotate(number=Count("pk"), oldest=Min("written_at"))
    found = {row["state"]: row for row in counted.order_by()}
    reported = mine.reported().aggregate(number=Count("pk"), oldest=Min("reports__reported_at"))
    tabs = [(State.HELD, _("Waiting"), found.get(State.HELD, {})), (REPORTED, _("Reported"), reported)]
    shown = (State.APPROVED, State.REFUSED, State.SPAM, State.TRASHED)
    tabs += [(state, state.label.capitalize(), found.get(state, {})) for state in shown]
    return [
        {
            "label": label,
            "number": row.get("number", 0),
            "oldest": row.get("oldest") if state in (State.HELD, REPORTED) else None,
            "href": reverse("comments_admin:queue") + f"?state={state}",
            "current": state == chosen,
        }
        for state, label, row in tabs
    ]


addresses = [
    path("", Queue.as_view(), name="queue"),
    path("results/", Queue.as_view(results_only=True), name="queue_results"),
]
