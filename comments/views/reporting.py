"""A reader objects to a comment, and hears what came of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language

from comments import addresses, tokens
from comments.forms import ReportForm
from comments.guards import Guard, address_of
from comments.models import Report
from comments.services.reporting import report_comment
from comments.tokens import Purpose
from comments.views.common import form_again, form_view, over_budget, status_of
from comments.views.reading import page_of, visible_comment
from core.form_guard import Finding
from core.throttle import OverBudget

TEMPLATE = "comments/report.html"


@form_view
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form, or take it and lead to a private receipt."""
    comment = visible_comment(pk)
    purpose = f"report:{comment.pk}"
    context = {"comment": comment, "article": page_of(comment)}
    if request.method != "POST":
        return TemplateResponse(
            request, TEMPLATE, context | {"form": ReportForm(), "guard": Guard.new(purpose)}
        )
    form, guard = ReportForm(request.POST), Guard.sent(purpose, request.POST)
    finding = guard.inspect(request.POST)
    context |= {"form": form, "guard": guard.renewed(finding)}
    if finding != Finding.CLEAR:
        said = finding.said_beside(form.problems)
        return form_again(request, TEMPLATE, context, status=status_of(finding), problem=said)
    if not form.is_valid():
        return form_again(request, TEMPLATE, context)
    try:
        made = report_comment(
            comment=comment,
            answers=form.cleaned_data,
            key=guard.key(form.cleaned_data),
            language=get_language(),
            address=address_of(request),
        )
    except OverBudget as over:
        return over_budget(request, TEMPLATE, context, over)
    return redirect(addresses.receipt(made))


@form_view
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    """Say that we have a report, and later what we decided."""
    pk = tokens.read(Purpose.REPORT, token)
    found = Report.objects.filter(pk=pk).select_related("comment").first() if pk else None
    if found is None:
        raise Http404
    return TemplateResponse(request, "comments/receipt.html", {"report": found})
