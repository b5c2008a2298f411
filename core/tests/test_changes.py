import pytest
from wagtail.models import PageViewRestriction

from core.changes import remembered_of_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def built():
    """How often something was built: ``built()`` builds it where it is not remembered."""
    times = []
    return lambda: remembered_of_content("test", lambda: times.append(1) or len(times))


def test_the_same_is_given_while_nothing_changes(built):
    assert [built(), built()] == [1, 1]


@pytest.mark.parametrize(
    "change",
    [
        lambda tree, page, theme: page.save(),
        lambda tree, page, theme: page.save_revision().publish(),
        lambda tree, page, theme: page.unpublish(),
        lambda tree, page, theme: page.move(tree.home),
        lambda tree, page, theme: page.delete(),
        lambda tree, page, theme: theme.save(),
        lambda tree, page, theme: tree.site.save(),
        lambda tree, page, theme: PageViewRestriction.objects.create(page=page, restriction_type="login"),
    ],
    ids=["save", "publish", "unpublish", "move", "delete", "snippet", "site", "restriction"],
)
def test_a_change_of_the_content_has_it_built_anew(built, tree, make_theme, change):
    page, theme = tree.standard("Over ons"), make_theme()
    before = built()

    change(tree, page, theme)

    assert built() > before
