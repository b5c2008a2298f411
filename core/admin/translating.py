"""The translators' tool, held to the rule that nothing is public in a language before a person translated it."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page, TranslatableMixin
from wagtail_localize import models as tool_models
from wagtail_localize.models import Translation
from wagtail_localize.operations import TranslationCreator
from wagtail_localize.views import edit_translation
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

from core.localization import default_locale
from core.publishing import lacks_nothing
from core.translations import is_complete


def translation_into(instance: TranslatableMixin) -> Translation | None:
    """The work of the translators' tool that ends in ``instance``, if there is any."""
    found = Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=True
    )
    return found.first()


def refuse_incomplete(request, instance: TranslatableMixin):
    """Answers "publish" in the translators' tool with an error as long as texts are missing; else ``None``."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_into(instance)
    if translation is None:
        return None
    if not is_complete(translation):
        _tell_missing_texts(request, translation)
    elif not _source_lacks_nothing(translation):
        messages.error(
            request,
            _("Not published: something is missing in the page that was translated. Finish that first."),
        )
    else:
        return None
    return redirect(request.path)


def _source_lacks_nothing(translation: Translation) -> bool:
    source = translation.source.as_instance()
    return not isinstance(source, Page) or lacks_nothing(source)


def _tell_missing_texts(request, translation: Translation) -> None:
    total, done = translation.get_progress()
    messages.error(
        request,
        ngettext(
            "Not published: %(number)d text has no translation yet.",
            "Not published: %(number)d texts have no translation yet.",
            total - done,
        )
        % {"number": total - done},
    )


def pages_to_publish(action_type: str, objects, action) -> list[Page]:
    """What "publish" on several ``objects`` at once would put on the site; nothing for another action."""
    if action_type != "publish" or not issubclass(action.model, Page):
        return []
    pages = list(objects)
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        pages += [below for page in objects for below in page.get_descendants().filter(live=False)]
    return pages


def refuse_incomplete_in_bulk(request, action_type: str, objects, action):
    """The same for "publish" on several pages at once: nothing is published when one of them is not ready."""
    unready = [
        page
        for page in pages_to_publish(action_type, objects, action)
        if (translation := translation_into(page)) and not is_complete(translation)
    ]
    if not unready:
        return None
    titles = ", ".join(page.get_admin_display_title() for page in unready)
    messages.error(
        request, _("Not published, because texts have no translation yet: %(titles)s.") % {"titles": titles}
    )
    return redirect(action.next_url)


class OnlyLanguageChosen:
    """A form that starts a translation: where there is one language to choose, it is chosen."""

    def get_form(self):
        """The form; when it is new and has one language, that is ticked."""
        form = super().get_form()
        languages = list(form.fields["locales"].queryset)
        if not form.is_bound and len(languages) == 1:
            form.initial["locales"] = languages
        return form


class SubmitSnippet(OnlyLanguageChosen, SubmitSnippetTranslationView):
    """Starts the translation of a snippet."""


class SubmitPage(OnlyLanguageChosen, SubmitPageTranslationView):
    """Starts a translation. The pages above it come along as drafts, where the tool would make public mirrors."""

    def form_valid(self, form):
        """Starts with what stands above the page, top down."""
        for locale in form.cleaned_data["locales"]:
            creator = TranslationCreator(self.request.user, [locale])
            above = self.object.get_ancestors().filter(depth__gt=1).specific()
            started = [page for page in above if not page.has_translation(locale)]
            for page in started:
                creator.create_translations(page, include_related_objects=False)
            if started:
                titles = ", ".join(page.get_admin_display_title() for page in started)
                messages.info(
                    self.request, _("These pages must be translated too: %(titles)s.") % {"titles": titles}
                )
        return super().form_valid(form)


class FetchForm(UpdateTranslationsForm):
    """Fetching changes of the source; publishing them untranslated is no choice."""

    publish_translations = forms.BooleanField(
        required=False, disabled=True, initial=False, widget=forms.HiddenInput
    )


class FetchChanges(UpdateTranslationsView):
    """Tells the translators' tool what changed in the source. Publishing is done where the texts are translated."""

    def get_form(self):
        return FetchForm(self.request.POST) if self.request.method == "POST" else FetchForm()


def no_mirrors(request, page_id: int):
    """Takes the place of "convert to alias": a page that shows another language's text is not public here.

    Raises ``Http404``.
    """
    raise Http404


def stop(request, translation_id: int):
    """Parts a translation from its source, for who may publish it: the work of a translator would be in vain.

    Raises ``Http404`` and ``PermissionDenied``.
    """
    translated = get_object_or_404(Translation, pk=translation_id).get_target_instance()
    if isinstance(translated, Page) and not translated.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return edit_translation.stop_translation(request, translation_id)


def deleted_along(pages: list[Page], action: str) -> dict[Page, list[Page]]:
    """The translations that are deleted with a Dutch page; the confirmation counts them.

    Those that go off line with it are not among them: ``core.signals`` takes care of that, however it happens.
    """
    if action != "delete":
        return {}
    return {
        page: list(page.get_translations().filter(alias_of__isnull=True).specific())
        for page in pages
        if page.locale_id == default_locale().pk
    }


def no_mirror_button(menu_items: list, request, context) -> None:
    """Leaves out "convert to alias" under a page (see ``no_mirrors``)."""
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]


def write_days_in_numbers() -> None:
    """Lets the tool write the day of a translation without the name of the month, which would be English."""
    tool_models.DATE_FORMAT = edit_translation.DATE_FORMAT = "%d-%m-%Y"


# Before those of the tool in the table of addresses, so that these answer.
addresses = [
    path("localize/submit/page/<row:page_id>/", SubmitPage.as_view()),
    path("localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", SubmitSnippet.as_view()),
    path("localize/update/<row:translation_source_id>/", FetchChanges.as_view()),
    path("localize/page/<row:page_id>/convert_to_alias/", no_mirrors),
    path("localize/translate/<row:translation_id>/disable/", stop),
]
