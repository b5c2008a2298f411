"""Moderating as a right on a part of the page tree, beside Wagtail's own: add, edit, publish …

Wagtail keeps such rights for groups (``GroupPagePermission``), shows them in a table for each group, and lets them
hold for everything below a page. So "may moderate the comments in this section" needs no table of ours.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.models import PAGE_PERMISSION_TYPES, Page
from wagtail.permissions import page_permission_policy

MODERATE = "moderate_comments"
NAME = "Can moderate the comments of visitors"


def offer_page_right() -> None:
    """Adds the right to the list that the form of a group offers; the list is in alphabetical order."""
    if MODERATE not in [codename for codename, *_names in PAGE_PERMISSION_TYPES]:
        PAGE_PERMISSION_TYPES.append((MODERATE, _("Moderate"), _("Moderate the comments of visitors")))
        PAGE_PERMISSION_TYPES.sort(key=lambda row: row[0])


def make_page_right() -> None:
    """Makes the row that such rights refer to."""
    Permission.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(Page),
        codename=f"{MODERATE}_{Page._meta.model_name}",
        defaults={"name": NAME},
    )


def moderated_pages(user):
    """The pages of which ``user`` may moderate the comments."""
    return page_permission_policy.instances_user_has_permission_for(user, MODERATE)


def may_moderate_some(user) -> bool:
    """Whether ``user`` is a moderator of any section."""
    return page_permission_policy.user_has_permission(user, MODERATE)


def may_moderate(user, page: Page) -> bool:
    """Whether ``user`` may moderate the comments on ``page``."""
    return page_permission_policy.user_has_permission_for_instance(user, MODERATE, page)


def moderators_of(page: Page):
    """The people who look after the comments on ``page``; superusers where nobody else does."""
    own = page_permission_policy.users_with_permission_for_instance(MODERATE, page, include_superusers=False)
    return own if own.exists() else _superusers()


def all_moderators():
    """Everybody who looks after the comments of some section; superusers where nobody else does."""
    own = page_permission_policy.users_with_permission(MODERATE, include_superusers=False)
    return own if own.exists() else _superusers()


def _superusers():
    return get_user_model()._default_manager.filter(is_active=True, is_superuser=True)
