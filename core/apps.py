from django.apps import AppConfig
from django.urls import register_converter
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Shared parts")

    def ready(self):
        from core import signals  # noqa: F401  # connects the receivers
        from core.converters import RowNumber

        register_converter(RowNumber, "row")
