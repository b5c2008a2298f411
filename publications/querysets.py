from wagtail.models import PageManager

from core.querysets import BasePageQuerySet


class PublicationPageQuerySet(BasePageQuerySet):
    card_fields = ("date", "subtitle", "kind")

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def for_listing(self):
        """Publication cards, the newest first: cover, kind and year."""
        return super().for_listing("cover").select_related("kind").newest_first()

    def for_story(self):
        """A card without themes: cover, kind and year."""
        return self.for_listing()


PublicationPageManager = PageManager.from_queryset(PublicationPageQuerySet)
