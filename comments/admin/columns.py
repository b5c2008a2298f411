"""The column of page lists that counts comments."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from comments.enums import State
from comments.models import Comment
from comments.models.rights import may_moderate_some


class CommentsColumn(Column):
    """How many comments a page has: on the site, and waiting. For the lists of pages; all rows in one query."""

    cell_template_name = "wagtailadmin/comments/count_cell.html"

    def __init__(self, **options):
        super().__init__("comments", label=_("Comments"), accessor="pk", **options)

    @staticmethod
    def load(pages) -> None:
        """Gives each page ``comment_counts``: numbers of approved and waiting comments, and the page they hang on."""
        keys = [page.translation_key for page in pages]
        rows = Comment.objects.filter(conversation__translation_key__in=keys).values(
            "conversation__translation_key", "conversation__page"
        )
        counted = rows.annotate(
            approved=Count("pk", filter=Q(state=State.APPROVED)),
            waiting=Count("pk", filter=Q(state=State.HELD)),
        ).order_by()
        found = {row["conversation__translation_key"]: row for row in counted}
        for page in pages:
            page.comment_counts = found.get(page.translation_key)

    def get_cell_context_data(self, instance, parent_context):
        counts = instance.comment_counts
        href = ""
        if counts and may_moderate_some(parent_context["request"].user):
            href = reverse("comments_admin:queue") + f"?page={counts['conversation__page']}"
        return super().get_cell_context_data(instance, parent_context) | {"counts": counts, "href": href}
