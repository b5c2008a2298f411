"""The filter by kind, for the list of publications."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from core.listing import Filter
from publications.models.snippets import PublicationKind


class KindFilter(Filter):
    """Publications of one kind, by the slug of the kind in the language of the reader."""

    name = "soort"
    label = _("Kind")
    phrase = _("of the kind {label}")

    def __init__(self, locale: Locale):
        self.locale = locale

    counts_all = True

    def counts(self, pages):
        return dict(pages.order_by().values_list("kind__translation_key").annotate(Count("pk")))

    def choices(self, counts):
        self.kinds = {kind.slug: kind for kind in PublicationKind.objects.shown_in(self.locale)}
        return [(slug, kind.plural, counts.get(kind.translation_key, 0)) for slug, kind in self.kinds.items()]

    def narrow(self, pages, value):
        return pages.filter(kind__translation_key=self.kinds[value].translation_key)
