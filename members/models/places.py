"""Places in the Netherlands, from which members choose theirs."""

from difflib import get_close_matches

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from core.enums import Province

# The table has one name for each place; these have another that is as well known.
OTHER_NAMES = {
    "den-bosch": "s-hertogenbosch",
    "ljouwert": "leeuwarden",
    "s-gravenhage": "den-haag",
    "the-hague": "den-haag",
}
ALIKE = 3


class PlaceQuerySet(models.QuerySet):
    def meant_by(self, text: str):
        """The place that somebody means by ``text``: by slug or name, the largest of namesakes; ``None`` for none.

        A municipality that is named after none of its places is one too: see ``municipality``.
        """
        slug = _slug(text)
        if not slug:
            return None
        namesakes = self.filter(_slug_is(slug))
        place = max(namesakes, key=lambda place: (place.slug == slug, place.population), default=None)
        return place or self.municipality(slug)

    def municipality(self, slug: str):
        """The municipality with this slug, not saved, where its largest place lies; ``None`` for none."""
        name = self._municipalities().get(slug)
        if not name:
            return None
        largest = self.filter(municipality=name).order_by("-population", "name")[0]
        return Place(
            name=name,
            slug=slug,
            municipality=name,
            province=largest.province,
            latitude=largest.latitude,
            longitude=largest.longitude,
        )

    def _municipalities(self) -> dict[str, str]:
        """The names of all municipalities by slug."""
        names = self.order_by().exclude(municipality="").values_list("municipality", flat=True).distinct()
        return {slugify(name): name for name in names}

    def alike(self, text: str) -> list[tuple[str, str]]:
        """Slug and name of up to three places or municipalities that are written nearly like ``text``."""
        names = {slug: (slug, name) for slug, name in self._municipalities().items()}
        names |= {slugify(name): (slug, name) for slug, name in self.values_list("slug", "name")}
        return [names[close] for close in get_close_matches(slugify(text), names, ALIKE, cutoff=0.75)]

    def named(self, typed: str) -> list["Place"]:
        """The places that somebody means who typed a name, or a name with the province in brackets."""
        name, _bracket, province = typed.strip().partition("(")
        found = self.filter(models.Q(name__iexact=name.strip()) | _slug_is(_slug(name)))
        province = province.strip(" )").lower()
        return [place for place in found if place.get_province_display().lower().startswith(province)]

    def like(self, typed: str, most: int = 5) -> list["Place"]:
        """Places that somebody may mean: of the municipality of that name, that begin alike, or are written nearly so.

        The largest first.
        """
        typed = typed.strip()
        for found in (
            self.filter(municipality__iexact=typed),
            self.filter(name__istartswith=typed[:4]),
            self.filter(slug__in=[slug for slug, _name in self.alike(typed)]),
        ):
            places = list(found.order_by("-population", "name")[:most])
            if places:
                return places
        return []


def _slug(text: str) -> str:
    return slugify(OTHER_NAMES.get(slugify(text), text))


def _slug_is(slug: str) -> models.Q:
    """Whose name has this slug: of namesakes all but one have their province in theirs."""
    return models.Q(slug=slug) | models.Q(slug__in=[f"{slug}-{province}" for province in Province.values])


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

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "province"]
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self):
        return f"{self.name} ({self.get_province_display()})"

    @property
    def is_municipality(self) -> bool:
        """Whether this is a whole municipality, which is in no table."""
        return self.pk is None
