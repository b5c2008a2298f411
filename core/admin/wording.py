"""Words of Wagtail's admin that it leaves in English, or whose Dutch is hard to understand."""

from django import forms
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.sites.views import IndexView as SiteListing
from wagtail.snippets.views.chooser import ChooseView, SnippetChooserViewSet

# Our catalogue comes before that of Wagtail and of the translators' tool, so what is named here is said our way.
OWN_WORDS = (
    gettext_noop("Italic"),
    gettext_noop("Email link"),
    gettext_noop("Locale"),
    gettext_noop("Locale: "),
    gettext_noop("Locales"),
    gettext_noop(
        'This publishing schedule will only take effect after you select the "Schedule to publish" option'
    ),
    gettext_noop("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s"),
    gettext_noop("Editing %(object_type)s %(title)s"),
    gettext_noop("Default"),
    gettext_noop("Default?"),
    gettext_noop("Checks"),
    gettext_noop("Upload a profile picture:"),
    gettext_noop("title tag"),
    gettext_noop("meta description"),
    gettext_noop("The name of the page displayed on search engine results as the clickable headline."),
    gettext_noop("The name of the page as it will appear in URLs e.g http://domain.com/blog/[my-slug]/"),
    gettext_noop("The slug '%(page_slug)s' is already in use within the parent page."),
    gettext_noop(
        "The slug '%(page_slug)s' is already in use within the parent page at '%(parent_url_path)s'."
    ),
    gettext_noop("The page title as you'd like it to be seen by the public"),
    gettext_noop("A comma-separated list of tags."),
    gettext_noop('Multi-word tags with spaces will automatically be enclosed in double quotes (").'),
    gettext_noop("Once live anyone can view"),
    gettext_noop("Content metrics"),
    gettext_noop("This data explained"),
    gettext_noop("Request changes"),
    gettext_noop("No publishing schedule set"),
    gettext_noop("Set schedule"),
    gettext_noop("Edit schedule"),
    gettext_noop("The page could not be created due to validation errors."),
    gettext_noop("The page could not be saved due to validation errors."),
    gettext_noop("There are validation errors, click save to highlight them."),
    gettext_noop("Correct the validation errors to resume preview (saving will highlight errors)"),
    gettext_noop(
        "Preview cannot display due to validation errors. <br /> Click save to highlight the relevant fields."
    ),
    gettext_noop("Sync translated pages"),
    gettext_noop("Sync translated snippets"),
    gettext_noop("Update existing translations"),
    gettext_noop("Why would I sync my page?"),
    gettext_noop(
        "Changes are not automatically applied between translated pages. "
        "Syncing will add new content for translation and remove deleted content."
    ),
    gettext_noop("Successfully updated translations for '{object}'"),
    gettext_noop("Submit"),
    gettext_noop("Error 404"),
    gettext_noop("The requested page could not be found."),
    gettext_noop("Go to Wagtail admin"),
    gettext_noop("Notifications"),
    gettext_noop("The last sync date was %(last_sync_date)s. You are about to sync the following:"),
    gettext_noop("The page '{page_title}' was successfully submitted for translation into {locales}"),
    gettext_noop("View live"),
    gettext_noop("Unpublish"),
    gettext_noop("New slug"),
    gettext_noop("Workflow tasks"),
    gettext_noop("Image is decorative"),
    gettext_noop("Alt text"),
    gettext_noop("Please add some alt text for your image or mark it as decorative"),
)

# The fields of the windows in which an editor makes a link: Wagtail shows their names in the code.
LINK_FORMS = (ExternalLinkChooserForm, EmailLinkChooserForm, PhoneLinkChooserForm, AnchorLinkChooserForm)
LINK_LABELS = {
    "url": _("Web address"),
    "email_address": _("E-mail address"),
    "phone_number": _("Telephone number"),
    "link_text": _("Text of the link"),
    "subject": _("Subject"),
    "body": _("Message"),
}


SITE_LABELS = {"port": _("Port"), "site_name": _("Name of the site"), "root_page": _("Front page")}


def label_sites() -> None:
    """Names the columns of the list of sites, which Wagtail calls what they are called in the code."""
    for column in SiteListing.columns:
        column.label = SITE_LABELS.get(column.name, column.label)


def label_link_forms() -> None:
    """Gives each field of the link windows a label that can be translated."""
    for form in LINK_FORMS:
        for name, field in form.base_fields.items():
            field.label = LINK_LABELS[name]
    AnchorLinkChooserForm.base_fields["url"].label = _("Name of the place on this page, without #")


class LanguageFilter(forms.Form):
    """Names the filter by language in the window in which an editor chooses a snippet."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "locale" in self.fields:
            self.fields["locale"].label = _("Language")


class SnippetChooseView(ChooseView):
    def get_filter_form_class(self):
        return type("FilterForm", (LanguageFilter, super().get_filter_form_class()), {})


class SiteSnippetChooserViewSet(SnippetChooserViewSet):
    choose_view_class = SnippetChooseView


def name_footnote_button(features: FeatureRegistry) -> None:
    """Says in Dutch what the button “Fn” of the text editor does."""
    features.plugins_by_editor["draftail"]["footnotes"].data["description"] = gettext("Footnote")
