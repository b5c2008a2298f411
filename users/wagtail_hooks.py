"""Limits that Wagtail's permissions cannot express, and the screens of the second factor."""

from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Locale, TranslatableMixin

from users.admin import second_factor
from users.roles import home_pages

hooks.register("register_account_menu_item", second_factor.account_item)
hooks.register("register_user_listing_buttons", second_factor.listing_buttons)


@hooks.register("register_admin_urls")
def second_factor_addresses():
    """One's own second factor, and that of somebody who lost the telephone."""
    return [
        path("account/second-factor/", second_factor.own_second_factor, name="second_factor"),
        path("users/<row:pk>/second-factor/", second_factor.help_out, name="second_factor_help"),
    ]


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """How the history words them."""
    actions.register_action("users.second_factor_on", _("Second factor on"), _("Second factor switched on"))
    actions.register_action(
        "users.second_factor_off", _("Second factor off"), _("Second factor switched off")
    )
    actions.register_action("users.renamed", _("Other name"), _("Changed the own name"))
    actions.register_action("users.address_changed", _("Other address"), _("Changed the own e-mail address"))


def works_in(user, locale_id: int) -> bool:
    """Whether ``user`` may change pages in a language; then also the snippets in it."""
    homes = home_pages().filter(locale_id=locale_id)
    return user.is_superuser or any(page.permissions_for_user(user).can_edit() for page in homes)


# Before the translators' tool, which shows its own editor in place of the form.
@hooks.register("before_edit_snippet", order=-2)
def edit_in_own_language(request, instance):
    """A snippet is changed by who works in its language. Raises ``PermissionDenied``."""
    if isinstance(instance, TranslatableMixin) and not works_in(request.user, instance.locale_id):
        raise PermissionDenied


@hooks.register("before_delete_snippet", order=-2)
def delete_in_own_language(request, instances):
    """The same for deleting, one or several at once."""
    for instance in instances:
        edit_in_own_language(request, instance)


@hooks.register("before_create_snippet", order=-2)
def create_in_own_language(request, model):
    """The same for a new one, of which the language stands in the address."""
    if issubclass(model, TranslatableMixin):
        code = request.GET.get("locale")
        locale = Locale.objects.filter(language_code=code).first() or Locale.get_default()
        if not works_in(request.user, locale.pk):
            raise PermissionDenied


@hooks.register("before_create_user")
def make_no_superuser(request):
    """Who is no superuser makes none, though Wagtail's form would take it. Raises ``PermissionDenied``."""
    if "is_superuser" in request.POST and not request.user.is_superuser:
        raise PermissionDenied


@hooks.register("before_edit_user")
def protect_superusers(request, user):
    """Nor can such a person become one: by a tick, or by the password or address of one."""
    make_no_superuser(request)
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied
