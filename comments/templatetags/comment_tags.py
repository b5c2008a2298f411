"""The conversation under a page: ``{% load comment_tags %}{% discussion page %}``."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from comments.models import Comment, CommentSettings
from comments.threads import PARAMETER, discussion_about

register = template.Library()


@register.inclusion_tag("comments/discussion.html", takes_context=True)
def discussion(context, page) -> dict:
    """The visible comments on ``page`` with the way to write one; nothing where comments are hidden."""
    request = context["request"]
    found = discussion_about(page, request.GET.get(PARAMETER))
    if found is None:
        return {}
    return {
        "discussion": found,
        "badge": CommentSettings.current().badge,
        "write_href": reverse("comments:write", args=[page.pk]) if found.policy.takes_comments else "",
        "feed_href": reverse("comments:feed", args=[page.pk]) if found.count else "",
    }


@register.filter
def lang(comment: Comment) -> SafeString:
    """`` lang="en"`` for a comment in another language than the page around it (WCAG 3.1.2)."""
    return format_html(' lang="{}"', comment.language) if comment.is_foreign else SafeString("")
