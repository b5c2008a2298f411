"""Drafts for other front ends: what a preview shows, and what a client with the right scope may read."""

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Field, Query, Router
from ninja.security import HttpBearer
from wagtail.models import Page

from core.api.answers import ERRORS_OF_ONE, answer
from core.api.params import Params
from core.api.problems import Problem, Refused
from core.api.reading import reading_in
from core.api.schemas import Schema, Sent
from core.localization import known_locale
from headless.clients import BEARER, PREVIEW_PREFIX
from headless.enums import Scope
from headless.models import PreviewCode
from headless.services import exchange_preview_code, page_of
from home.api.forms import FormDetail, form_of
from home.api.pages import Home, Standard, home_of, standard_of
from home.models import FormPage, HomePage, StandardPage
from members.api import Member, member_of
from members.models import MemberPage
from news.api.articles import NewsArticle, article_of
from news.api.events import Event, event_of
from news.models import EventPage, NewsPage
from publications.api import Publication, publication_of
from publications.models import PublicationPage

router = Router(tags=["Drafts"])

BUILDERS = {
    NewsPage: article_of,
    EventPage: event_of,
    PublicationPage: publication_of,
    MemberPage: member_of,
    StandardPage: standard_of,
    HomePage: home_of,
    FormPage: form_of,
}
SIZES = ["hero", "card", "social"]


class Bearer(HttpBearer):
    """How the OpenAPI document says that a token is needed; who may what is judged in the endpoints."""

    def __call__(self, request: HttpRequest):
        return request.visit

    def authenticate(self, request: HttpRequest, token: str):
        """Never asked: ``__call__`` answers."""
        raise NotImplementedError


class Code(Sent):
    """The code that the admin gave in the address of the front end."""

    code: str = Field(min_length=1, max_length=100, pattern=r"^[-\w]+$")


class ReadToken(Schema):
    """A token that reads one version of one page, and nothing else."""

    token: str = Field(description="Send it as `Authorization: Bearer …`.")
    expires_at: datetime
    language: str


class Draft(Schema):
    """A page as it may become; never to be kept or shown to search engines."""

    language: str
    page: Annotated[
        NewsArticle | Event | Publication | Member | Standard | Home | FormDetail, Field(discriminator="kind")
    ]


PROTECTED = {**ERRORS_OF_ONE, 401: Problem, 403: Problem}


@router.post(
    "/preview",
    response={200: ReadToken, 400: Problem, 403: Problem, 422: Problem, 429: Problem},
    summary="Begin a preview",
    operation_id="begin_preview",
)
def begin_preview(request: HttpRequest, sent: Code, params: Query[Params]):
    """Exchange the one-time code of the admin for a token that reads that version for fifteen minutes."""
    exchanged = exchange_preview_code(code=sent.code)
    if exchanged is None:
        raise Refused(403, _("This code was used before or is too old. Open the preview again."))
    token, ends = exchanged
    look = PreviewCode.objects.readable_with(token)
    return answer(ReadToken(token=token, expires_at=ends, language=look.language))


@router.get(
    "/preview",
    response={200: Draft, **PROTECTED},
    summary="Read a preview",
    operation_id="read_preview",
    auth=Bearer(),
)
def read_preview(request: HttpRequest, params: Query[Params]):
    """The version that the token of the preview reads."""
    sent = request.headers.get("Authorization", "")
    look = None
    if sent.startswith(f"{BEARER}{PREVIEW_PREFIX}"):
        look = PreviewCode.objects.readable_with(sent.removeprefix(BEARER))
    if look is None:
        raise Refused(401, _("The preview has ended. Open it again."), headers={"WWW-Authenticate": "Bearer"})
    return _draft(request, page_of(look))


@router.get(
    "/drafts/{int:pk}",
    response={200: Draft, **PROTECTED},
    summary="Read a draft",
    operation_id="read_draft",
    auth=Bearer(),
)
def read_draft(request: HttpRequest, pk: int, params: Query[Params]):
    """The newest version of a page, published or not, for a client with the scope `drafts`."""
    request.visit.demand(Scope.DRAFTS)
    page = Page.objects.filter(pk=pk, depth__gt=1).first()
    if page is None or page.specific_class not in BUILDERS:
        raise Refused(404)
    return _draft(request, page.specific.get_latest_revision_as_object())


def _draft(request: HttpRequest, page: Page) -> HttpResponse:
    build = BUILDERS.get(type(page))
    if build is None:
        raise Refused(404, _("This kind of page has nothing of its own to show."))
    page.locale = known_locale(page.locale_id)
    with reading_in(request, page.locale.language_code) as reading:
        response = answer(Draft(language=reading.locale.language_code, page=build(reading, page, SIZES)))
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-store"
    return response
