from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from core.enums import Province


class Place(index.Indexed, models.Model):
    """A Dutch place with its position (WGS 84, degrees), from an open table; staff can add one."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    municipality = models.CharField(_("municipality"), max_length=80, blank=True)
    province = models.CharField(_("province"), max_length=20, choices=Province)
    # The box around the European Netherlands, so that a swapped pair of numbers is refused.
    latitude = models.FloatField(_("latitude"), validators=[MinValueValidator(50.7), MaxValueValidator(53.7)])
    longitude = models.FloatField(_("longitude"), validators=[MinValueValidator(3.2), MaxValueValidator(7.3)])
    population = models.PositiveIntegerField(_("inhabitants"), default=0)

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("province"),
    ]

    class Meta:
        ordering = ["name", "province"]
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self):
        return f"{self.name} ({self.get_province_display()})"
