"""Who may import whom: layers between the apps, and an order inside each app (docs/adr/0006)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# An app may import from lower layers only, never from its own.
LAYERS = {
    "cms": 6,
    "headless": 5,
    "home": 4,
    "members": 3,
    "publications": 3,
    "news": 3,
    "comments": 2,
    "search": 2,
    "users": 1,
    "core": 0,
}

# Inside an app a module may import from its own row and the rows above it; a new kind of module gets a place.
ORDER = [
    "enums validators remembered changes converters defaults folding form_fields form_guard illustrations images"
    " indexing localization lookups markup page_form previews richtext text tokens workdays",
    "distance facts labels outlines",
    "models querysets blocks directory facets filters guesses map parts plan query words",
    "scores",
    "content documents typescript finding matching misses passages picks",
    "services addresses breadcrumbs checks clients content_checks demo icalendar limits listing mails menus notice"
    " only_in_dutch outbox patience pdf places policies preview proof publishing renditions review roles routing"
    " screening second_factor seo structured_data threads throttle translations webhooks",
    "forms guards document_forms image_forms api sessions site_api",
    "views admin benchmark chores feeds management middleware moved_themes portal signals sitemaps tasks templatetags"
    " wagtail_hooks",
    "urls",
]
RANK = {name: rank for rank, row in enumerate(ORDER) for name in row.split()}
# Django loads an app's configuration by itself, and ``cms`` wires everything: both stand outside the order.
OUTSIDE_THE_ORDER = {"apps", "__init__"}


def modules() -> Iterator[tuple[str, str, Path]]:
    """Yield app, first part of the module's name, and path of all code that is not a test or a migration."""
    for app in LAYERS:
        for path in sorted((ROOT / app).rglob("*.py")):
            parts = path.relative_to(ROOT / app).with_suffix("").parts
            if not {"tests", "migrations"} & set(parts):
                yield app, parts[0], path


def imported(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield line and dotted name, split, of each import of one of our apps."""
    for node in ast.walk(ast.parse(path.read_text())):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            package = path.relative_to(ROOT).parts[: -node.level] if node.level else ()
            base = ".".join([*package, *filter(None, [node.module])])
            # "from core import text" names a module, "from core.text import x" does not need the last part
            names = [f"{base}.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] in LAYERS:
                yield node.lineno, parts


def layer_faults() -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line} imports {'.'.join(name)}"
        for app, _, path in modules()
        for line, name in imported(path)
        if name[0] != app and LAYERS[name[0]] >= LAYERS[app]
    ]


def order_faults() -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line} imports {'.'.join(name)}"
        for app, module, path in modules()
        if app != "cms" and module in RANK
        for line, name in imported(path)
        if name[0] == app and RANK.get(name[1], 0) > RANK[module]
    ]


def test_layers_are_imported_downwards_only():
    assert layer_faults() == []


def test_readme_shows_the_layers():
    lines = re.findall(r"^(\d) {2}((?:\w+ {1,2})+) ", (ROOT / "README.md").read_text(), re.MULTILINE)

    assert {app: int(number) for number, apps in lines for app in apps.split()} == LAYERS


def test_modules_of_an_app_are_imported_left_to_right_only():
    assert order_faults() == []


def test_every_module_has_a_place_in_the_order():
    names = {module for app, module, _ in modules() if app != "cms"}

    assert names - set(RANK) - OUTSIDE_THE_ORDER == set()


@pytest.mark.parametrize(
    ("app", "module", "code", "fault"),
    [
        ("news", "views", "from members.models import MemberPage", "layer"),
        ("core", "text", "import home.seo", "layer"),
        ("core", "text", "def f():\n    from cms import errors", "layer"),
        ("news", "models", "from news.views import show", "order"),
        ("news", "models", "from news import views", "order"),
        ("news", "models", "from . import views", "order"),
        ("home", "views", "from core.models import BasePage", ""),
        ("home", "views", "from home.models import HomePage", ""),
    ],
)
def test_rule_sees_an_import(app, module, code, fault, tmp_path, monkeypatch):
    (tmp_path / app).mkdir()
    (tmp_path / app / f"{module}.py").write_text(code)
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)

    assert bool(layer_faults()) == (fault == "layer")
    assert bool(order_faults()) == (fault == "order")
