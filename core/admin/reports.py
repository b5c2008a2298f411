"""Reports that say which pages ask for work: translate, mend, finish. The one on reviews is in ``review.py``."""

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, Model, OuterRef, Q
from django.db.models.functions import Cast
from django.forms import RadioSelect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.ui.tables.pages import PageStatusColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale, Page, ReferenceIndex, get_page_content_types
from wagtail.permissions import page_permission_policy

from core.admin.columns import LanguageColumn, LanguagesColumn
from core.localization import default_locale
from core.translations import finished_translations, translations_with_work


def own_page_types(request):
    """The page types of this site, for a filter."""
    return get_page_content_types(include_base_page_type=False)


class EditableTitleColumn(TitleColumn):
    """The title of a page with a link to its form, for whoever may open that."""

    def __init__(self, **options):
        super().__init__("title", label=_("Title"), accessor="get_admin_display_title", **options)

    def get_link_url(self, instance, parent_context):
        user = parent_context["request"].user
        if instance.permissions_for_user(user).can_edit():
            return reverse("wagtailadmin_pages:edit", args=[instance.pk])
        return None


NAMESPACE = "site_reports"
TYPE = Column("page_type_display_name", label=_("Type"), width="12%")


class SiteReport(ReportView):
    """A report of ours: its addresses, and its item in the menu for whoever may open it."""

    paginate_by = 50
    list_export: list[str] = []
    name = ""
    # Of the addresses; an app that brings reports of its own has its own.
    namespace = NAMESPACE

    @cached_property
    def index_url_name(self):
        return f"{self.namespace}:{self.name}"

    @cached_property
    def index_results_url_name(self):
        return f"{self.namespace}:{self.name}_results"

    @classmethod
    def is_open_to(cls, user) -> bool:
        """Whether ``user`` may read the report."""
        return cls().permission_policy.user_has_any_permission(user, cls.any_permission_required)

    @classmethod
    def addresses(cls):
        """The addresses of the report and of its results alone, which the filters fetch."""
        return [
            path(f"{cls.name}/", cls.as_view(), name=cls.name),
            path(f"{cls.name}/results/", cls.as_view(results_only=True), name=f"{cls.name}_results"),
        ]

    @classmethod
    def url(cls, query: str = "") -> str:
        """The address of the report, filtered by ``query`` (such as ``work=draft``)."""
        return reverse(f"{cls.namespace}:{cls.name}") + (f"?{query}" if query else "")

    @classmethod
    def menu_item(cls, *, order: int):
        """The item in the menu of reports."""
        item = ReportMenuItem(
            cls.page_title, cls.url(), name=cls.name, icon_name=cls.header_icon, order=order
        )
        item.report = cls
        return item


class ReportMenuItem(MenuItem):
    """Shown to whoever may open the report."""

    report: type[SiteReport]

    def is_shown(self, request):
        return self.report.is_open_to(request.user)


class PagesReport(SiteReport):
    """A report on pages, for whoever may work on some page."""

    model = Page
    any_permission_required = ["add", "change", "publish"]

    @cached_property
    def permission_policy(self):
        """The rights on pages, whatever the rows of the report are."""
        return page_permission_policy

    def editable_pages(self):
        """The pages that this user may change."""
        return self.permission_policy.instances_user_has_permission_for(self.request.user, "change")


class PageTypeFilterSet(WagtailFilterSet):
    content_type = ContentTypeFilter(label=_("Type"), queryset=own_page_types)

    class Meta:
        model = Page
        fields = ["content_type"]


class DraftsReport(PagesReport):
    """Pages with changes that visitors do not see yet."""

    name = "drafts"
    page_title = _("Unpublished changes")
    header_icon = "draft"
    filterset_class = PageTypeFilterSet
    columns = [
        EditableTitleColumn(),
        TYPE,
        UserColumn("latest_revision.user", label=_("Changed by"), blank_display_name="", width="18%"),
        DateColumn("latest_revision_created_at", label=_("Changed"), width="15%"),
        PageStatusColumn("status", label=_("Status"), width="12%"),
    ]

    def get_queryset(self):
        pages = self.editable_pages().filter(has_unpublished_changes=True, alias_of__isnull=True)
        pages = pages.select_related("content_type", "latest_revision__user").order_by(
            "-latest_revision_created_at"
        )
        return pages.prefetch_workflow_states().annotate_approved_schedule()


class LanguageWorkFilter(django_filters.ChoiceFilter):
    """Source pages by what their translations ask for."""

    def filter(self, qs, value):
        translations = Page.objects.filter(
            translation_key=OuterRef("translation_key"), alias_of__isnull=True
        ).exclude(locale=default_locale())
        if value == "missing":
            return qs.exclude(Exists(translations))
        if value == "draft":
            return qs.filter(Exists(translations.filter(live=False)))
        if value == "work":
            return qs.filter(translation_key__in=translations_with_work().values("source__object_id"))
        if value == "finished":
            return qs.filter(translation_key__in=finished_translations().values("source__object_id"))
        return qs


class LanguageFilterSet(PageTypeFilterSet):
    """By type and by work to do; all rows are in one language, so that is no filter."""

    work = LanguageWorkFilter(
        label=_("Translations"),
        choices=[
            ("work", _("with texts to translate")),
            ("finished", _("translated, to be published")),
            ("draft", _("not published")),
            ("missing", _("none")),
        ],
        empty_label=_("All"),
        widget=RadioSelect,
    )
    locale = None


class LanguagesReport(PagesReport):
    """A table of pages and languages: missing, draft, live, out of date."""

    name = "languages"
    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    filterset_class = LanguageFilterSet
    results_template_name = "wagtailadmin/reports/languages_results.html"

    @cached_property
    def columns(self):
        languages = [LanguageColumn(locale) for locale in Locale.objects.exclude(pk=default_locale().pk)]
        return [EditableTitleColumn(width="35%"), TYPE, *languages]

    def get_queryset(self):
        pages = Page.objects.filter(depth__gt=1, locale=default_locale(), alias_of__isnull=True)
        return pages.select_related("content_type").order_by("path")

    def decorate_paginated_queryset(self, object_list):
        pages = list(object_list)
        LanguagesColumn.load(pages)
        return pages


class ReferenceColumn(Column):
    """An object with a link to its form."""

    cell_template_name = "wagtailadmin/tables/reference_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        finder = AdminURLFinder(parent_context["request"].user)
        return context | {"href": finder.get_edit_url(context["value"])}


class BrokenReferencesReport(PagesReport):
    """Where something that visitors see refers to a page that they cannot see. The reference itself is hidden."""

    name = "broken-references"
    page_title = _("Links to unpublished pages")
    header_icon = "link"
    columns = [
        ReferenceColumn("source", label=_("Stands on"), width="35%"),
        Column("field", label=_("In the field"), width="25%"),
        ReferenceColumn("target", label=_("Refers to"), width="35%"),
    ]

    @staticmethod
    def references(user):
        """All such references on pages that ``user`` may change, and in snippets."""
        page_type = ContentType.objects.get_for_model(Page)
        editable = page_permission_policy.instances_user_has_permission_for(user, "change")
        references = ReferenceIndex.objects.filter(
            Q(object_id__in=_keys(editable.filter(live=True))) | ~Q(base_content_type=page_type),
            to_content_type=page_type,
            to_object_id__in=_keys(Page.objects.filter(live=False)),
        )
        return references.order_by("base_content_type", "object_id", "pk")

    def get_queryset(self):
        return self.references(self.request.user)

    def decorate_paginated_queryset(self, object_list):
        """Fetches what the references stand on and lead to: one query for each kind of object."""
        references = list(object_list)
        targets = Page.objects.specific(defer=True).in_bulk([int(item.to_object_id) for item in references])
        sources = _sources_of(references)
        for reference in references:
            reference.source = sources.get((reference.base_content_type_id, reference.object_id))
            reference.target = targets[int(reference.to_object_id)]
            reference.field = reference.describe_source_field()
        return [reference for reference in references if reference.source]


def _keys(pages):
    """The primary keys as the index of references keeps them: as text."""
    return pages.order_by().annotate(key=Cast("pk", CharField())).values("key")


def _sources_of(references: list[ReferenceIndex]) -> dict[tuple[int, str], Model]:
    """The objects that refer, by content type and key: pages in one query, snippets in one for each kind."""
    sources = {}
    for content_type_id in {reference.base_content_type_id for reference in references}:
        keys = [item.object_id for item in references if item.base_content_type_id == content_type_id]
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        found = model._default_manager.filter(pk__in=keys)
        for item in found.specific(defer=True) if model is Page else found:
            sources[content_type_id, str(item.pk)] = item
    return sources
