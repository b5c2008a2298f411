"""What ``core`` adds to Wagtail's admin. Each line says what; the parts themselves are in ``core/admin``."""

from wagtail import hooks

from core.admin import translating

# --- Translations ---

hooks.register("before_edit_page", translating.refuse_incomplete, order=-1)
hooks.register("before_edit_snippet", translating.refuse_incomplete, order=-1)
hooks.register("before_bulk_action", translating.refuse_incomplete_in_bulk)
hooks.register("register_admin_urls", lambda: translating.addresses, order=-1)
