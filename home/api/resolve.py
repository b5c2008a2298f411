"""From an address of the site to what stands there."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from django.http import HttpRequest
from ninja import Field, Query, Router
from pydantic import AfterValidator
from typing_extensions import TypeAliasType

from core.api.answers import ERRORS, answer
from core.api.pages import Alternate, PageSummary, Seo, alternates_of, detail_address, summary_fields
from core.api.params import Params
from core.api.reading import Reading, reading_in
from core.api.schemas import Schema
from core.api.snippets import ThemeLink, theme_link
from core.localization import known_locale
from core.models import Theme
from home.addresses import Found, Gone, Moved, find, language_of_path

router = Router(tags=["Site"])

LONGEST_PATH = 1000


class Step(Schema):
    """One step on the way from the home page; the last is the page itself."""

    title: str
    path: str


class ResolvedPage(Schema):
    """The address is that of a page."""

    result: Literal["page"] = Field()
    language: str
    page: PageSummary
    theme: ThemeLink | None = Field(description="The theme, when the address is that of its landing page.")
    detail: str = Field(description="Full address in this API of everything about it.")
    canonical: str
    seo: Seo
    alternates: list[Alternate]
    breadcrumb: list[Step]


class ResolvedRedirect(Schema):
    """The address is an old one."""

    result: Literal["redirect"] = Field()
    status: Literal[301, 302]
    location: str = Field(description="A path of ours, or a full address elsewhere.")


class ResolvedGone(Schema):
    """There was a page, and it is not on line any more."""

    result: Literal["gone"] = Field()


class ResolvedNothing(Schema):
    """There is nothing and never was, as far as visitors know."""

    result: Literal["not_found"] = Field()


Resolved = TypeAliasType(
    "Resolved",
    Annotated[
        ResolvedPage | ResolvedRedirect | ResolvedGone | ResolvedNothing, Field(discriminator="result")
    ],
)


def only_path(value: str) -> str:
    """The path of an address, without query and fragment."""
    return urlsplit(value).path or "/"


class ResolveParams(Params):
    """The address to look up."""

    path: Annotated[str, AfterValidator(only_path)] = Field(
        max_length=LONGEST_PATH,
        pattern=r"^/[^\x00-\x1f\x7f\\]*$",
        description="The path of an address on our site. Where it names no language, `locale` says which.",
        examples=["/nieuws/"],
    )


@router.get(
    "/resolve", response={200: Resolved, **ERRORS}, summary="From address to page", operation_id="resolve"
)
def resolve(request: HttpRequest, params: Query[ResolveParams]):
    """What stands at an address: a page, a redirect, something that is gone, or nothing. Always 200 when we know."""
    code, components = language_of_path(params.path, params.locale)
    with reading_in(request, code) as reading:
        found = find(request, reading.locale, components, path=params.path)
        if isinstance(found, Found):
            return answer(_page(reading, found))
        if isinstance(found, Moved):
            return answer(
                ResolvedRedirect(
                    result="redirect", status=301 if found.permanent else 302, location=found.location
                )
            )
        return answer(
            ResolvedGone(result="gone") if isinstance(found, Gone) else ResolvedNothing(result="not_found")
        )


def _page(reading: Reading, found: Found) -> ResolvedPage:
    page, theme = found.page, found.theme
    summary = PageSummary(**summary_fields(reading, page, ["hero", "card", "social"]))
    ending = f"{theme.slug}/" if theme else ""
    canonical = getattr(page, "source_url", "") or f"{summary.url}{ending}"
    address = (
        f"/api/v1/themes/{theme.slug}?locale={summary.language}"
        if theme
        else detail_address(page, summary.language)
    )
    return ResolvedPage(
        result="page",
        language=summary.language,
        page=summary,
        theme=theme_link(theme) if theme else None,
        detail=reading.absolute(address),
        canonical=canonical,
        seo=Seo(
            title=theme.name if theme else page.seo_title or page.title,
            description=theme.lead if theme else page.description,
            canonical=canonical,
            noindex=False,
        ),
        alternates=_alternates(reading, page, theme),
        breadcrumb=_breadcrumb(reading, found),
    )


def _alternates(reading: Reading, page, theme: Theme | None) -> list[Alternate]:
    versions = alternates_of(reading, page)
    if theme is None:
        return versions
    slugs = {
        known_locale(item.locale_id).language_code: item.slug
        for item in Theme.objects.terms()
        if item.translation_key == theme.translation_key
    }
    return [
        version.model_copy(
            update={name: f"{getattr(version, name)}{slugs[version.language]}/" for name in ("path", "url")}
        )
        for version in versions
        if version.language in slugs
    ]


def _breadcrumb(reading: Reading, found: Found) -> list[Step]:
    steps = [Step(title=page.title, path=reading.path(page)) for page in [*found.trail, found.page]]
    if found.theme:
        steps.append(Step(title=found.theme.name, path=f"{steps[-1].path}{found.theme.slug}/"))
    return steps
