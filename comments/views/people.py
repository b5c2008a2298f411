"""A person asks what we keep: a copy, or that it goes (AVG articles 15, 17, 20)."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from comments import tokens
from comments.forms import AddressForm
from comments.guards import Guard, address_of
from comments.models import Comment
from comments.services import privacy
from comments.tokens import Purpose
from comments.views.common import form_again, form_view, over_budget, status_of
from core.form_guard import Finding
from core.throttle import OverBudget

TEMPLATE = "comments/ask_data.html"
PURPOSE = "comment-data"
SURE = "erase-for-good"


@form_view
def ask_data(request: HttpRequest) -> HttpResponse:
    """Take an address and mail a link to it; the answer is the same whether we know the address or not."""
    if request.method != "POST":
        return TemplateResponse(request, TEMPLATE, {"form": AddressForm(), "guard": Guard.new(PURPOSE)})
    form, guard = AddressForm(request.POST), Guard.sent(PURPOSE, request.POST)
    finding = guard.inspect(request.POST)
    context = {"form": form, "guard": guard.renewed(finding)}
    if finding != Finding.CLEAR:
        said = finding.said_beside(form.problems)
        return form_again(request, TEMPLATE, context, status=status_of(finding), problem=said)
    if not form.is_valid():
        return form_again(request, TEMPLATE, context)
    try:
        privacy.request_data(
            email=form.cleaned_data["email"], language=get_language(), address=address_of(request)
        )
    except OverBudget as over:
        return over_budget(request, TEMPLATE, context, over)
    return TemplateResponse(request, "comments/data_asked.html", {})


@form_view
def data(request: HttpRequest, token: str) -> HttpResponse:
    """Show two buttons (GET); give a copy or, asked once more, erase everything (POST). 410 for an old link."""
    pk = tokens.read(Purpose.DATA, token)
    if pk is None:
        raise Http404
    asked = privacy.valid_request(pk)
    if asked is None:
        return TemplateResponse(request, "comments/data_expired.html", {}, status=410)
    wish = request.POST.get("wish") if request.method == "POST" else None
    if wish == "copy":
        name = _("my-comments")
        headers = {"Content-Disposition": f'attachment; filename="{name}.json"'}
        options = {"ensure_ascii": False, "indent": 2}
        return JsonResponse(privacy.copy_of_data(asked.email), headers=headers, json_dumps_params=options)
    if wish == SURE:
        number = privacy.erase_person(email=asked.email)
        return TemplateResponse(request, "comments/data_erased.html", {"number": number})
    mine = Comment.objects.of_address(asked.email)
    context = {"count": mine.count(), "sure": SURE, "answers": mine.filter(answers__isnull=False).exists()}
    template = "comments/data_sure.html" if wish == "erase" else "comments/data.html"
    return TemplateResponse(request, template, context)
