from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Comments")

    def ready(self):
        from comments import signals
        from comments.models.rights import offer_page_right

        offer_page_right()
        post_migrate.connect(signals.make_page_right, sender=self)
