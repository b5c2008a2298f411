"""Writing a comment: the form on an address of its own, so that the page with the article can be kept by a cache."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from comments import addresses, proof
from comments.forms import CommentForm
from comments.guards import Guard, address_of, challenge_purpose, form_purpose
from comments.models import Comment
from comments.notice import DIGITS, digest_of, notice_lines
from comments.policies import policy_for
from comments.services.posting import AlreadyThere, Words, post_comment
from comments.views.common import PRIVATE, form_again, form_view, over_budget, readable_page, status_of
from core.converters import row_number
from core.form_guard import Finding
from core.throttle import OverBudget

TEMPLATE = "comments/write.html"
ANSWERS = "answers"
NOTICE = "notice"
SOLUTION = "proof"


@form_view
def write(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the form, or take it and lead to the private page that says how the comment stands.

    403 for a token that is not ours, 422 for what must be mended, 429 when a budget is spent; each time with the
    form as it was filled in.
    """
    page = readable_page(page_id)
    policy = policy_for(page)
    if not policy.takes_comments:
        return TemplateResponse(request, "comments/closed.html", {"article": page}, status=410)
    data = request.POST if request.method == "POST" else request.GET
    parent = _answered(page, data.get(ANSWERS, ""))
    lines = notice_lines(policy, page.locale.language_code)
    context = {"article": page, "parent": parent, "lines": lines, "digest": digest_of(lines)}
    if request.method != "POST":
        guard = Guard.new(form_purpose(page, context["digest"]))
        return TemplateResponse(request, TEMPLATE, context | {"form": CommentForm(), "guard": guard})
    return _take(request, page, parent, context)


def _take(request: HttpRequest, page: Page, parent: Comment | None, context: dict) -> HttpResponse:
    form = CommentForm(request.POST)
    read = request.POST.get(NOTICE, "")[:DIGITS]
    guard = Guard.sent(form_purpose(page, read), request.POST)
    finding = guard.inspect(request.POST)
    is_outdated = read != context["digest"]
    if finding.needs_new_token or is_outdated:
        guard = Guard.new(form_purpose(page, context["digest"]))
    context |= {"form": form, "guard": guard}
    if finding != Finding.CLEAR:
        said = finding.said_beside(form.problems)
        return form_again(request, TEMPLATE, context, status=status_of(finding), problem=said)
    if is_outdated:
        changed = _(
            "The text about what we do with your comment has changed. Read it, and send the form again."
        )
        return form_again(request, TEMPLATE, context, problem=changed)
    if not form.is_valid():
        return form_again(request, TEMPLATE, context)
    try:
        comment = post_comment(
            page=page,
            parent=parent,
            words=Words(**form.cleaned_data),
            key=guard.key(form.cleaned_data | {"answers": parent and parent.pk}),
            purpose=challenge_purpose(page),
            solution=request.POST.get(SOLUTION, ""),
            lines=context["lines"],
            address=address_of(request),
        )
    except OverBudget as over:
        return over_budget(request, TEMPLATE, context, over)
    except AlreadyThere as there:
        return form_again(request, TEMPLATE, context, status=409, problem=_have_it(there))
    return redirect(addresses.status(comment))


@require_safe
def challenge(request: HttpRequest, page_id: int) -> JsonResponse:
    """A sum for the browser that fills in the form of a page; see ``comments.proof``."""
    page = readable_page(page_id)
    made = proof.new_challenge(challenge_purpose(page))
    return JsonResponse(made, headers={"Cache-Control": PRIVATE})


def _answered(page: Page, number: str) -> Comment | None:
    """The comment that is answered, if it is a visible one of this conversation. Raises ``Http404``."""
    if not number:
        return None
    same = Comment.objects.visible().about(page)
    comment = same.filter(pk=row_number(number)).select_related("parent").first()
    if comment is None:
        raise Http404
    return comment


def _have_it(there: AlreadyThere) -> str:
    moment = date_format(localtime(there.written_at), "DATETIME_FORMAT")
    return _("We have this comment already: it came in on %(moment)s.") % {"moment": moment}
