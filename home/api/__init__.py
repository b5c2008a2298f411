"""The home page, ordinary pages, themes, forms, and the way from an address to a page, for other front ends."""

from home.api.bootstrap import router as bootstrap_router
from home.api.changes import router as changes_router
from home.api.forms import router as forms_router
from home.api.pages import router as pages_router
from home.api.resolve import router as resolve_router
from home.api.themes import router as themes_router

ROUTERS = [resolve_router, bootstrap_router, changes_router, pages_router, themes_router, forms_router]

__all__ = ["ROUTERS"]
