"""The queries of publications."""

from wagtail.models import PageManager

from core.querysets import BasePageQuerySet


class PublicationPageQuerySet(BasePageQuerySet):
    card_fields = ("date", "subtitle", "kind")

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def for_feed(self):
        """What a feed tells, the newest first: with themes and authors, without the text."""
        told = self.published().defer("body").prefetch_related("publication_authors__author")
        return told.with_themes().newest_first()

    def for_listing(self):
        """Publication cards, the newest first: cover, kind and year."""
        return super().for_listing("cover").select_related("kind").newest_first()

    def for_api(self, *sizes: str):
        """Items of a list for other front ends, with their kind."""
        return super().for_api(*sizes).select_related("kind")

    def of_kind(self, slug: str):
        """Publications of the kind that has this slug in some language."""
        kinds = self.model._meta.get_field("kind").related_model.objects.filter(slug=slug)
        return self.filter(kind__translation_key__in=kinds.values("translation_key"))

    def for_story(self):
        """A card as in a list: cover, kind, year and themes."""
        return self.for_listing().with_themes()


PublicationPageManager = PageManager.from_queryset(PublicationPageQuerySet)
