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
        # A restriction holds for the page and all below it: its path is the start of theirs.
        private = PageViewRestriction.objects.filter(page__path=Left(OuterRef("path"), Length("page__path")))
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
