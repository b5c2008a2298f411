"""The menu and the footer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import RevisionMixin, TranslatableMixin

from core.blocks.links import PageReferenceBlock
from core.blocks.loading import load_related
from core.blocks.values import LinkValue
from core.localization import default_locale

MOST_MENU_ITEMS = 5


class MenuLinkBlock(blocks.StructBlock):
    """A link in a menu: to one of our pages, or to a web address."""

    page = PageReferenceBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Or a web address"), required=False)
    label = blocks.CharBlock(
        label=_("Text"),
        required=False,
        max_length=40,
        help_text=_("Leave empty to use the title of the page."),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue


class MenuColumnBlock(blocks.StructBlock):
    """A column of the footer."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=40)
    links = blocks.ListBlock(MenuLinkBlock(), label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Column")


class NavigationQuerySet(models.QuerySet):
    def in_language(self, locale):
        """The menu in this language, in Dutch when there is none, or ``None`` when there is no menu at all."""
        found = {menu.locale_id: menu for menu in self.filter(locale__in=[locale.pk, default_locale().pk])}
        return found.get(locale.pk) or found.get(default_locale().pk)


class Navigation(TranslatableMixin, RevisionMixin, models.Model):
    """The menu and the footer in one language. There is one; a translation makes the next."""

    header = StreamField(
        [("link", MenuLinkBlock())],
        verbose_name=_("menu"),
        max_num=MOST_MENU_ITEMS,
        help_text=_("Five items at most: more do not fit on a phone and nobody reads them."),
    )
    footer = StreamField(
        [("column", MenuColumnBlock())], verbose_name=_("columns of the footer"), blank=True, max_num=3
    )
    colophon = RichTextField(_("colophon"), blank=True, features=["bold", "italic", "link"])

    objects = NavigationQuerySet.as_manager()

    panels = [FieldPanel("header"), FieldPanel("footer"), FieldPanel("colophon")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menu and footer")
        verbose_name_plural = _("menus and footers")

    def __str__(self):
        return str(_("Menu and footer (%(language)s)") % {"language": self.locale.get_display_name()})

    def header_links(self) -> list[LinkValue]:
        """The items of the menu that lead somewhere, each with ``label`` and ``href``."""
        load_related(self.header)
        return [child.value for child in self.header if child.value.href]

    def footer_columns(self) -> list[dict]:
        """The columns of the footer: ``heading`` and ``links`` that lead somewhere."""
        load_related(self.footer)
        return [
            {"heading": child.value["heading"], "links": [link for link in child.value["links"] if link.href]}
            for child in self.footer
        ]
