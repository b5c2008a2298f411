"""Two questions of whoever watches the site: does the process live, and can it serve pages?

The answers say no more than that; why a site is not ready stands in the log.
"""

import logging
import os
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import module_has_submodule
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process can answer at all; touches nothing else."""
    return _answer(ok=True)


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when pages can be served, else 503."""
    reason = why_not_ready()
    if reason:
        logger.warning("not ready: %s", reason)
    return _answer(ok=not reason)


def why_not_ready() -> str:
    """Return what is wrong with the database or the place for media, or nothing."""
    try:
        pending = pending_migrations()
    except DatabaseError as error:
        return f"the database cannot be reached ({type(error).__name__})"
    if pending:
        return f"{len(pending)} migrations are not applied"
    if settings.MEDIA_ROOT and not os.access(settings.MEDIA_ROOT, os.W_OK):
        return "MEDIA_ROOT is not a directory that can be written"
    return ""


def pending_migrations() -> set[tuple[str, str]]:
    """Return app and name of each migration that the database lacks; raises DatabaseError without one."""
    return _known_migrations() - set(MigrationRecorder(connection).applied_migrations())


@cache
def _known_migrations() -> frozenset[tuple[str, str]]:
    """List the migrations of this release by file name; importing them all would take a second."""
    packages = {
        app.label: import_module(f"{app.name}.migrations")
        for app in apps.get_app_configs()
        if module_has_submodule(app.module, "migrations")
    }
    return frozenset(
        (label, module.name)
        for label, package in packages.items()
        for module in iter_modules(package.__path__)
        if not module.name.startswith("_")
    )


def _answer(*, ok: bool) -> HttpResponse:
    return HttpResponse(
        "ok\n" if ok else "not ok\n",
        status=200 if ok else 503,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )
