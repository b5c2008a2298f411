"""One request as those see it who build answers: its language, where the site is, and what it may show."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, Site

from core.api.problems import Refused
from core.localization import known_locale, locale_for
from core.models import SiteSettings
from core.querysets import readable_pages


class Reading:
    """What one answer knows. Pages and documents that its texts name are fetched together, once.

    ``locale`` is the language of the content. A page that visitors cannot read and a file in a private collection
    do not exist here, whoever asks.
    """

    def __init__(self, request: HttpRequest, locale: Locale):
        self.request = request
        self.locale = locale
        self._pages: dict[int, Page | None] = {}
        self._documents: dict[int, object] = {}

    def absolute(self, address: str) -> str:
        """The full address of a path of the site; a full address stays what it is."""
        return self.request.build_absolute_uri(address) if address.startswith("/") else address

    def path(self, page: Page) -> str:
        """The path of a page, the same on our site and on another front end; empty for one without an address."""
        return urlsplit(page.get_url(self.request) or "").path

    @cached_property
    def site(self) -> Site:
        """The site of this request."""
        return Site.find_for_request(self.request)

    @cached_property
    def settings(self) -> SiteSettings:
        """The settings of that site."""
        return SiteSettings.for_site(self.site)

    @cached_property
    def private_collections(self) -> set[int]:
        """The primary keys of collections whose files are not for everybody; two queries at most."""
        closed = CollectionViewRestriction.objects.select_related("collection")
        below = Q()
        for restriction in closed:
            below |= Q(path__startswith=restriction.collection.path)
        return set(Collection.objects.filter(below).values_list("pk", flat=True)) if below else set()

    def is_open(self, file) -> bool:
        """Whether everybody may see a picture or document (or ``None``, which nobody can)."""
        return file is not None and file.collection_id not in self.private_collections

    def load(self, *, pages: Iterable[int] = (), documents: Iterable[int] = ()) -> None:
        """Fetches what will be asked for: one query for all pages, one for all documents."""
        if wanted := set(pages) - {None} - self._pages.keys():
            self._pages |= dict.fromkeys(wanted) | self._versions(wanted)
        if wanted := set(documents) - {None} - self._documents.keys():
            found = get_document_model().objects.in_bulk(list(wanted))
            self._documents |= {pk: found.get(pk) for pk in wanted}

    def page(self, pk: int | None) -> Page | None:
        """The page as visitors can read it, in the language of the answer where it was translated, or ``None``."""
        self.load(pages=[pk])
        return self._pages.get(pk)

    def document(self, pk: int | None):
        """The document, or ``None`` when there is none that everybody may have."""
        self.load(documents=[pk])
        found = self._documents.get(pk)
        return found if self.is_open(found) else None

    def _versions(self, wanted: set[int]) -> dict[int, Page]:
        asked = dict(Page.objects.filter(pk__in=wanted).values_list("pk", "translation_key"))
        versions = (
            readable_pages()
            .filter(Q(pk__in=wanted) | Q(locale=self.locale, translation_key__in=set(asked.values())))
            .only(
                "title",
                "slug",
                "url_path",
                "path",
                "depth",
                "live",
                "locale",
                "translation_key",
                "content_type",
            )
        )
        own: dict[int, Page] = {}
        translated: dict[object, Page] = {}
        for version in versions:
            version.locale = known_locale(version.locale_id)
            own[version.pk] = version
            if version.locale_id == self.locale.pk:
                translated[version.translation_key] = version
        best = {pk: translated.get(key) or own.get(pk) for pk, key in asked.items()}
        return {pk: page for pk, page in best.items() if page is not None}


@contextmanager
def reading_in(request: HttpRequest, language_code: str) -> Iterator[Reading]:
    """A ``Reading`` in a language, which is active meanwhile and is named in the answer.

    Raises ``Refused`` with 404 for a language in which the site has no content yet.
    """
    try:
        locale = locale_for(language_code)
    except (Locale.DoesNotExist, LookupError) as error:
        raise Refused(404, _("There is nothing in this language.")) from error
    request.LANGUAGE_CODE = language_code
    with override(language_code):
        yield Reading(request, locale)
