"""Behind the private links of a writer: how it stands, changing, deleting, confirming, unsubscribing."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from comments import addresses, mails, tokens
from comments.enums import State
from comments.forms import TextForm
from comments.models import Comment
from comments.services import writing
from comments.services.writing import TooLate
from comments.tokens import Purpose
from comments.views.common import form_again, form_view, over_budget
from core.throttle import OverBudget

TEMPLATE = "comments/status.html"
ONE_CLICK = "List-Unsubscribe"


@form_view
def status(request: HttpRequest, token: str) -> HttpResponse:
    """Say how a comment stands. Nothing changes here."""
    if request.method == "POST":
        return HttpResponse(status=405)
    return TemplateResponse(request, TEMPLATE, _context(_comment(Purpose.STATUS, token)))


@form_view
def change(request: HttpRequest, token: str) -> HttpResponse:
    """Change the text, as long as that is possible."""
    comment = _comment(Purpose.STATUS, token)
    context = _context(comment)
    if context["until"] is None:
        return redirect(addresses.status(comment))
    if request.method != "POST":
        form = TextForm(initial={"text": comment.text})
        return TemplateResponse(request, "comments/change.html", context | {"form": form})
    form = TextForm(request.POST)
    if not form.is_valid():
        return form_again(request, "comments/change.html", context | {"form": form})
    try:
        writing.change_comment(comment=comment, text=form.cleaned_data["text"])
    except OverBudget as over:
        return over_budget(request, "comments/change.html", context | {"form": form}, over)
    except TooLate:
        problem = _("You can no longer change it: the time is over, or somebody answered.")
        return form_again(
            request, "comments/change.html", context | {"form": form}, problem=problem, status=409
        )
    return redirect(addresses.status(comment))


@form_view
def delete(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether it must go (GET), and erase it (POST)."""
    comment = _comment(Purpose.STATUS, token)
    if request.method == "POST":
        article = _context(comment)["article"]
        writing.erase_comment(comment=comment)
        return TemplateResponse(request, "comments/erased.html", {"article": article})
    return TemplateResponse(request, "comments/delete.html", _context(comment))


@form_view
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button (GET: programs follow links in mails), and take the address for confirmed (POST)."""
    comment = _comment(Purpose.CONFIRM, token)
    is_open = writing.is_confirmable(comment)
    if request.method == "POST" and is_open:
        writing.confirm_address(comment=comment)
        return redirect(addresses.status(comment))
    return TemplateResponse(request, "comments/confirm.html", _context(comment) | {"is_open": is_open})


@form_view
def unfollow(request: HttpRequest, token: str) -> HttpResponse:
    """No more mail about one thread: a button (GET), or at once (POST, also by a mail program: RFC 8058)."""
    return _unfollow(request, _comment(Purpose.THREAD, token), everything=False)


@form_view
def unfollow_all(request: HttpRequest, token: str) -> HttpResponse:
    """The same for every thread of this address."""
    return _unfollow(request, _comment(Purpose.EVERYTHING, token), everything=True)


def _unfollow(request: HttpRequest, comment: Comment, *, everything: bool) -> HttpResponse:
    if request.method == "POST":
        writing.unfollow(comment=comment, everything=everything)
        # No redirect: a mail program that unsubscribes would not follow it.
    context = _context(comment) | {"everything": everything, "done": request.method == "POST"}
    return TemplateResponse(request, "comments/unfollow.html", context)


def _comment(purpose: Purpose, token: str) -> Comment:
    """The comment behind a token. Raises ``Http404`` for a token that is not ours, or of a comment that is gone."""
    pk = tokens.read(purpose, token)
    rows = Comment.objects.select_related("conversation__page", "parent").exclude(state=State.ERASED)
    comment = rows.filter(pk=pk).first() if pk else None
    if comment is None:
        raise Http404
    if comment.is_staff:
        raise PermissionDenied
    return comment


def _context(comment: Comment) -> dict:
    """What the templates need: spam is not told from what waits, so that who sends it learns nothing."""
    source = comment.conversation.page
    versions = source.get_translations(inclusive=True).filter(locale=comment.locale)
    article = (versions.first() or source).specific
    token = tokens.make(Purpose.STATUS, comment.pk)
    is_waiting = comment.state in (State.HELD, State.SPAM)
    return {
        "comment": comment,
        "article": article,
        "token": token,
        "until": writing.changeable_until(comment),
        "is_waiting": is_waiting,
        "was_asked": mails.was_asked_to_confirm(comment),
        "permalink": addresses.permalink(comment) if comment.is_visible else "",
    }
