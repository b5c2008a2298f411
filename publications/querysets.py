from wagtail.models import PageManager

from core.querysets import BasePageQuerySet


class PublicationPageQuerySet(BasePageQuerySet):
    def newest_first(self):
        return self.order_by("-date", "-pk")

    def of_kind(self, slug: str):
        return self.filter(kind__slug=slug)

    def for_listing(self):
        """Publication cards: cover, kind, year and themes."""
        return self.published().defer("body").with_pictures("card", "cover").select_related("kind").newest_first()


PublicationPageManager = PageManager.from_queryset(PublicationPageQuerySet)
