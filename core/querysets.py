from django.db.models import BooleanField, Func, ManyToManyField, Prefetch, TextField
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
)


class LinkedKeys(Func):
    """The primary keys at the other end of a many-to-many relation as one text, such as "3,7"; null for none.

    In the query of a list it costs little; ``prefetch_related`` builds a query and the objects of each page anew.
    """

    template = "(SELECT GROUP_CONCAT(%(far)s) FROM %(table)s WHERE %(near)s = %(expressions)s)"
    postgresql_template = (
        "(SELECT STRING_AGG(%(far)s::text, ',') FROM %(table)s WHERE %(near)s = %(expressions)s)"
    )
    output_field = TextField()

    def __init__(self, relation: ManyToManyField):
        table = relation.remote_field.through._meta.db_table
        extra = {"table": table, "near": relation.m2m_column_name(), "far": relation.m2m_reverse_name()}
        super().__init__("pk", **extra)

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template=self.postgresql_template, **context)


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

    def with_pictures(self, *sizes: str):
        """Loads the picture of each page with its renditions of the named sizes: one query, however many pages."""
        renditions = get_image_model().get_rendition_model().objects.filter(filter_spec__in=specs_for(*sizes))
        prefetch = Prefetch("image__renditions", queryset=renditions, to_attr="prefetched_renditions")
        return self.select_related("image").prefetch_related(prefetch)

    def with_themes(self):
        """Tells which themes each page has, for its ``shown_themes``; takes no query of its own."""
        return self.annotate(theme_keys=LinkedKeys(self.model._meta.get_field("themes")))

    def for_story(self):
        """What a block of a story shows of a page: its title, address and date."""
        return self.published().defer("body")

    def for_listing(self, *sizes: str):
        """What a card shows and nothing else: some fields, and the picture in the named sizes (``card``)."""
        fields = (*CARD, *self.card_fields, "image", *(f"image__{name}" for name in PICTURE))
        return self.published().only(*fields).with_pictures(*sizes or ("card",))
