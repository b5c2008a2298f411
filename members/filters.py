from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from core.enums import Province
from core.listing import Filter


class ProvinceFilter(Filter):
    """Members in one province; who works in the whole country counts in each."""

    name = "provincie"
    label = _("Province")
    phrase = _("in {label}")

    def choices(self, pages):
        nationwide = pages.order_by().filter(nationwide=True).count()
        counts = dict(
            pages.order_by().filter(nationwide=False).values_list("place__province").annotate(Count("pk"))
        )
        return [(value, label, counts.get(value, 0) + nationwide) for value, label in Province.choices]

    def narrow(self, pages, value):
        return pages.in_province(value)
