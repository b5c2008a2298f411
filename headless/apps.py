from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HeadlessConfig(AppConfig):
    name = "headless"
    verbose_name = _("Other front ends")

    def ready(self):
        from core.previews import offer
        from headless import signals  # noqa: F401  # connects the receivers
        from headless.preview import OTHER_SITE

        offer(OTHER_SITE)
