from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home and pages")

    def ready(self):
        from home import menus, moved_themes  # noqa: F401 - listen to what changes a menu, or moves a theme
