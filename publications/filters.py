from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from core.listing import Filter
from core.localization import localized
from publications.models.snippets import PublicationKind


class KindFilter(Filter):
    """Publications of one kind, by the slug of the kind in the language of the reader."""

    name = "soort"
    label = _("Kind")
    phrase = _("of the kind {label}")

    def __init__(self, locale: Locale):
        self.locale = locale

    def choices(self, pages):
        counts = dict(pages.order_by().values_list("kind").annotate(Count("pk")))
        used = list(PublicationKind.objects.filter(pk__in=[pk for pk in counts if pk]))
        shown = dict(zip((kind.slug for kind in localized(used, self.locale)), used, strict=True))
        self.kinds = shown
        names = {kind.pk: name for kind, name in zip(used, localized(used, self.locale), strict=True)}
        return [(slug, names[kind.pk].name, counts[kind.pk]) for slug, kind in shown.items()]

    def narrow(self, pages, value):
        return pages.filter(kind=self.kinds[value])
