"""The pages that nearly every test needs, made once and kept in the template of the test databases."""

from wagtail.models import Page, Site

from home.models import HomePage, ThemeIndexPage
from members.models import MemberIndexPage
from news.models import EventIndexPage, NewsIndexPage
from publications.models import PublicationIndexPage
from users.roles import ensure_roles

INDEXES = [
    (NewsIndexPage, "Nieuws", "nieuws"),
    (EventIndexPage, "Agenda", "agenda"),
    (PublicationIndexPage, "Publicaties", "publicaties"),
    (MemberIndexPage, "Leden", "leden"),
    (ThemeIndexPage, "Thema's", "themas"),
]


def plant() -> None:
    """Make the home page and its lists, with the rights of each role on them; done once, for all tests."""
    Page.objects.get(depth=2).delete()
    home = Page.objects.get(depth=1).add_child(
        instance=HomePage(title="LSA bewoners", slug="home", lead="Wij zijn de bewoners.")
    )
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True, site_name="LSA bewoners")
    for model, title, slug in INDEXES:
        home.add_child(instance=model(title=title, slug=slug, lead=f"Alles over {title.lower()}."))
    ensure_roles()
