"""What ``core`` adds to Wagtail's admin. Each line says what; the parts themselves are in ``core/admin``."""

from django.urls import include, path
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.admin import (
    footnotes,
    guide,
    log,
    menus,
    outbox,
    outcome,
    pdfs,
    publishing,
    review,
    rich_text,
    translating,
    wording,
)
from core.admin.policies import ClosedListPolicy
from core.admin.reports import NAMESPACE, BrokenReferencesReport, DraftsReport, LanguagesReport
from core.admin.snippets import ClassificationGroup, TextsGroup
from core.admin.spreadsheets import keep_formulas_out
from core.admin.tags import MergeTags, index_renamed_tag
from core.content_checks import count_the_story, use_site_checker
from core.models import Theme

# --- Snippets; a policy is registered before the list that asks it ---

register_permission_policy(Theme, ClosedListPolicy(Theme))
register_snippet(TextsGroup)
register_snippet(ClassificationGroup)
hooks.register("register_bulk_action", MergeTags)
hooks.register("after_edit_snippet", index_renamed_tag)

# --- Translations: our answers come before those of the translators' tool ---

hooks.register("before_edit_page", translating.refuse_incomplete, order=-1)
hooks.register("before_edit_snippet", translating.refuse_incomplete, order=-1)
hooks.register("before_bulk_action", translating.refuse_incomplete_in_bulk)
hooks.register("construct_translated_pages_to_cascade_actions", translating.deleted_along)
hooks.register("construct_page_action_menu", translating.no_mirror_button)
hooks.register("register_admin_urls", lambda: translating.addresses, order=-1)

# --- Workflow and publishing ---

hooks.register("before_bulk_action", publishing.refuse_unready_in_bulk)
hooks.register("after_bulk_action", publishing.warn_in_bulk)
hooks.register("register_admin_viewset", publishing.SitePages)
hooks.register("after_edit_page", outcome.tell_outcome)
hooks.register("after_publish_page", pdfs.warn_of_pdfs)
hooks.register("after_edit_page", pdfs.warn_of_approved)

# --- Exports ---

keep_formulas_out()

# --- Reports ---

reports = [
    *review.addresses,
    *DraftsReport.addresses(),
    *LanguagesReport.addresses(),
    *BrokenReferencesReport.addresses(),
    *outbox.addresses,
]
hooks.register(
    "register_admin_urls", lambda: [path("reports/", include((reports, NAMESPACE), namespace=NAMESPACE))]
)
hooks.register("register_reports_menu_item", lambda: review.ReviewReport.menu_item(order=10))
hooks.register("register_reports_menu_item", lambda: DraftsReport.menu_item(order=20))
hooks.register("register_reports_menu_item", lambda: LanguagesReport.menu_item(order=30))
hooks.register("register_reports_menu_item", lambda: BrokenReferencesReport.menu_item(order=40))
hooks.register("register_reports_menu_item", lambda: outbox.OutboxReport.menu_item(order=50))

# --- Look, dashboard and menus ---

hooks.register("register_icons", menus.add_icons)
hooks.register("insert_global_admin_css", menus.style_sheet)
hooks.register("construct_homepage_panels", menus.dashboard)
hooks.register("construct_reports_menu", menus.drop_reports)
hooks.register("construct_settings_menu", menus.drop_languages)
hooks.register("construct_help_menu", menus.drop_help)
hooks.register("register_help_menu_item", guide.menu_item)
hooks.register("register_admin_urls", lambda: guide.addresses)

# --- Words of Wagtail ---

wording.label_link_forms()
wording.label_sites()
translating.write_days_in_numbers()
hooks.register("insert_editor_js", footnotes.footnote_words)
hooks.register("insert_editor_js", rich_text.hint)
hooks.register("register_rich_text_features", wording.name_footnote_button, order=1)

# --- Content checks ---

hooks.register("construct_wagtail_userbar", use_site_checker)
hooks.register("insert_editor_js", count_the_story)

# --- History ---

hooks.register("register_log_actions", log.register_actions)
