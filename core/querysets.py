from django.db.models import Exists, F, OuterRef, Prefetch
from wagtail.images import get_image_model
from wagtail.models import Locale, PageViewRestriction
from wagtail.query import PageQuerySet

from core.images import specs_for


class BasePageQuerySet(PageQuerySet):
    """The named questions that any of our page types answers."""

    def published(self):
        """Pages that any visitor may read: live, not private, and no alias of a page in another language."""
        private = PageViewRestriction.objects.annotate(child_path=OuterRef("path")).filter(
            child_path__startswith=F("page__path")
        )
        return self.filter(~Exists(private), live=True, alias_of__isnull=True)

    def in_locale(self, locale: Locale):
        return self.filter(locale=locale)

    def about(self, theme):
        """Pages that carry ``theme``, in whichever language version of the theme they name it."""
        return self.filter(themes__translation_key=theme.translation_key)

    def with_pictures(self, *sizes: str):
        """Loads the picture of each page with its renditions of the named sizes: two queries, however many pages."""
        images = get_image_model().objects.prefetch_renditions(*specs_for(*sizes))
        return self.prefetch_related(Prefetch("image", queryset=images))

    def for_listing(self):
        """What a card shows and nothing that it does not: pictures with renditions, no body."""
        return self.published().defer("body").with_pictures("card")
