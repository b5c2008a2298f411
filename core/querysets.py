from django.db.models import Exists, OuterRef, Prefetch
from django.db.models.functions import Left, Length
from wagtail.images import get_image_model
from wagtail.models import Locale, PageViewRestriction
from wagtail.query import PageQuerySet

from core.images import specs_for


class BasePageQuerySet(PageQuerySet):
    """The named questions that any of our page types answers."""

    def published(self):
        """Pages that any visitor may read: live, not private, and no alias of a page in another language."""
        return self.filter(~Exists(_restrictions()), live=True, alias_of__isnull=True)

    def with_restrictions(self):
        """Tells of each page whether it is private: ``is_restricted``."""
        return self.annotate(is_restricted=Exists(_restrictions()))

    def in_locale(self, locale: Locale):
        return self.filter(locale=locale)

    def about(self, theme):
        """Pages that carry ``theme``, in whichever language version of the theme they name it."""
        return self.filter(themes__translation_key=theme.translation_key)

    def with_pictures(self, *sizes: str):
        """Loads the picture of each page with its renditions of the named sizes: one query, however many pages."""
        renditions = get_image_model().get_rendition_model().objects.filter(filter_spec__in=specs_for(*sizes))
        prefetch = Prefetch("image__renditions", queryset=renditions, to_attr="prefetched_renditions")
        return self.select_related("image").prefetch_related(prefetch)

    def with_themes(self):
        """Loads the themes of each page: one query, however many pages."""
        return self.prefetch_related("themes")

    def for_story(self):
        """What a block of a story shows of a page: its title, address and date."""
        return self.published().defer("body")

    def for_listing(self, *sizes: str):
        """What a card shows and nothing that it does not: the picture in the named sizes (``card``), no body."""
        return self.published().defer("body").with_pictures(*sizes or ("card",))


def _restrictions():
    """The restrictions that hold for a page: those of itself and of the pages above it, whose path starts its own."""
    return PageViewRestriction.objects.filter(page__path=Left(OuterRef("path"), Length("page__path")))
