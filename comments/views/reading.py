"""Addresses that anybody may read: a comment by itself, the house rules."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from comments import threads
from comments.models import Comment
from comments.notice import texts_in
from core.localization import active_locale


@require_safe
def permalink(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to the place where a comment stands today. 404 for one that nobody may read."""
    comment = visible_comment(pk)
    page = page_of(comment)
    number = threads.place_of(comment)
    query = f"?{threads.PARAMETER}={number}" if number > 1 else ""
    return redirect(f"{page.get_url(request)}{query}#{comment.anchor}")


@require_safe
def house_rules(request: HttpRequest) -> HttpResponse:
    """What is welcome, and what we do with what is not."""
    texts = texts_in(active_locale().language_code)
    return TemplateResponse(request, "comments/house_rules.html", {"texts": texts})


def visible_comment(pk: int) -> Comment:
    """A comment that anybody may read. Raises ``Http404``."""
    rows = Comment.objects.visible().select_related("conversation__page", "parent")
    comment = rows.filter(pk=pk).first()
    if comment is None:
        raise Http404
    return comment


def page_of(comment: Comment):
    """The page on which readers of the active language find a comment."""
    return comment.conversation.page.localized
