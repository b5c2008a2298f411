"""The queries that every page type has."""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import (
    BooleanField,
    Func,
    ManyToManyField,
    Prefetch,
    TextField,
    prefetch_related_objects,
)
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.query import PageQuerySet

from core.images import specs_for


class IsPrivate(Func):
    """Whether a restriction holds for a page: on itself or on a page above it, whose path starts its own.

    ``Exists`` with a queryset says the same, but Django would build that subquery anew for each list on a page,
    which took a quarter of the time that a list costs. ``CROSS JOIN`` keeps SQLite from looking at every page
    first: after ``ANALYZE`` it does, for each row.
    """

    template = (
        f"EXISTS(SELECT 1 FROM {PageViewRestriction._meta.db_table} AS restriction"  # noqa: S608
        f" CROSS JOIN {Page._meta.db_table} AS above WHERE above.id = restriction.page_id"
        " AND above.path = SUBSTR(%(expressions)s, 1, LENGTH(above.path)))"
    )
    output_field = BooleanField()


# What a card needs of its page, and the tag ``picture`` of a picture whose renditions are there. Building an object
# with all columns of its tables takes twice as long.
CARD = ("title", "slug", "url_path", "live", "locale", "translation_key", "lead")
PICTURE = (
    "file",
    "width",
    "height",
    "focal_point_x",
    "focal_point_y",
    "focal_point_width",
    "focal_point_height",
    "credit",
    "collection",
)
# The words that an editor gave the picture of a page.
PICTURE_WORDS = ("image_alt", "image_decorative", "image_caption")


class Joined(Func):
    """What stands at the other end of a relation, as one text in the query of the page itself."""

    postgresql_template = ""
    output_field = TextField()

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template=self.postgresql_template, **context)


class LinkedKeys(Joined):
    """The primary keys at the other end of a many-to-many relation as one text, such as "3,7"; null for none.

    In the query of a list it costs little; ``prefetch_related`` builds a query and the objects of each page anew.
    """

    template = "(SELECT GROUP_CONCAT(%(far)s) FROM %(table)s WHERE %(near)s = %(expressions)s)"
    postgresql_template = (
        "(SELECT STRING_AGG(%(far)s::text, ',') FROM %(table)s WHERE %(near)s = %(expressions)s)"
    )

    def __init__(self, relation: ManyToManyField):
        table = relation.remote_field.through._meta.db_table
        extra = {"table": table, "near": relation.m2m_column_name(), "far": relation.m2m_reverse_name()}
        super().__init__("pk", **extra)


class LinkedTags(Joined):
    """The names of the tags of a page as one text, a line each; null for none."""

    template = (
        "(SELECT GROUP_CONCAT(tag.name, CHAR(10)) FROM %(table)s AS tagged"
        " JOIN taggit_tag AS tag ON tag.id = tagged.tag_id WHERE tagged.content_object_id = %(expressions)s)"
    )
    postgresql_template = template.replace(
        "GROUP_CONCAT(tag.name, CHAR(10))", "STRING_AGG(tag.name, CHR(10))"
    )

    def __init__(self, model):
        super().__init__("pk", table=model.tags.through._meta.db_table)


class BasePageQuerySet(PageQuerySet):
    """The named questions that any of our page types answers."""

    # What the cards of a type show besides: its own fields, and those of other tables with their path.
    card_fields: tuple[str, ...] = ()

    def published(self):
        """Pages that any visitor may read: live, not private, and no alias of a page in another language."""
        return self.filter(~IsPrivate("path"), live=True, alias_of__isnull=True)

    def with_restrictions(self):
        """Tells of each page whether it is private: ``is_restricted``."""
        return self.annotate(is_restricted=IsPrivate("path"))

    def in_locale(self, locale: Locale):
        return self.filter(locale=locale)

    def about(self, theme):
        """Pages that carry ``theme``, in whichever language version of the theme they name it."""
        return self.filter(themes__translation_key=theme.translation_key)

    def with_theme_slug(self, slug: str):
        """Pages that carry the theme which has this slug in some language; each page once."""
        themes = self.model._meta.get_field("themes").related_model.objects.filter(slug=slug)
        linked = self.model.themes.through.objects.filter(
            theme__translation_key__in=themes.values("translation_key")
        )
        return self.filter(pk__in=linked.values(self.model._meta.get_field("themes").m2m_field_name()))

    def tagged(self, slug: str):
        """Pages that carry the tag with this slug."""
        return self.filter(tags__slug=slug)

    def changed_since(self, moment):
        """Pages that were published or changed at ``moment`` or later."""
        return self.filter(last_published_at__gte=moment)

    def dated(self, field: str, *, first=None, last=None):
        """Pages whose date ``field`` lies between two days, both included; ``None`` is no limit."""
        limits = {f"{field}__gte": first, f"{field}__lte": last}
        return self.filter(**{name: day for name, day in limits.items() if day is not None})

    def sorted_by(self, order: str):
        """In one of the orders that can be asked for: ``date``, ``title`` or ``changed``, a minus turns it round."""
        name = {"changed": "last_published_at"}.get(order.removeprefix("-"), order.removeprefix("-"))
        back = "-" if order.startswith("-") else ""
        return self.order_by(f"{back}{name}", f"{back}pk")

    def with_pictures(self, *sizes: str):
        """Loads the picture of each page with its renditions of the named sizes: one query, however many pages."""
        return self.select_related("image").prefetch_related(_renditions("image__renditions", *sizes))

    def without_renditions(self):
        """Leaves the renditions to ``load_pictures``, which loads those of several lists at once."""
        return self.prefetch_related(None)

    def with_themes(self):
        """Tells which themes each page has, for its ``shown_themes``; takes no query of its own."""
        return self.annotate(theme_keys=LinkedKeys(self.model._meta.get_field("themes")))

    def to_show(self):
        """Pages as a visitor sees them whole: with what the type shows of other tables, their themes and tags."""
        shown = self.select_related(*self.model.shown_with)
        if hasattr(self.model, "shown_themes"):
            shown = shown.with_themes()
        return (
            shown.annotate(linked_tags=LinkedTags(self.model)) if hasattr(self.model, "tag_names") else shown
        )

    def for_related(self, pks):
        """Those with these primary keys that visitors can read, without their stories."""
        return self.published().filter(pk__in=pks).defer_streamfields()

    def for_api(self, *sizes: str):
        """Items of a list for other front ends: all fields but the text, pictures in the named sizes, tags, themes."""
        return self.published().defer("body").with_pictures(*sizes).with_themes().prefetch_related("tags")

    def for_story(self):
        """What a block of a story shows of a page: its title, address and date."""
        return self.published().defer("body")

    def for_listing(self, *sizes: str):
        """What a card shows and nothing else: some fields, and the picture in the named sizes (``card``)."""
        fields = (*CARD, *PICTURE_WORDS, *self.card_fields, "image", *(f"image__{name}" for name in PICTURE))
        return self.published().only(*fields).with_pictures(*sizes or ("card",))


def load_pictures(pages: Iterable[Page], *sizes: str) -> None:
    """Loads the renditions of the named sizes for ``pages``, of whatever type, that have their picture already."""
    images = [page.image for page in pages if page.image_id]
    prefetch_related_objects(images, _renditions("renditions", *sizes))


def _renditions(path: str, *sizes: str) -> Prefetch:
    renditions = get_image_model().get_rendition_model().objects.filter(filter_spec__in=specs_for(*sizes))
    return Prefetch(path, queryset=renditions, to_attr="prefetched_renditions")


def readable_pages() -> BasePageQuerySet:
    """Pages of any type that every visitor can read; groups that paused or ended are not among them."""
    # By label, as a foreign key would: core knows no page type.
    members = apps.get_model("members.MemberPage").objects
    return (
        BasePageQuerySet(Page).published().filter(depth__gt=1).exclude(pk__in=members.hidden().values("pk"))
    )
