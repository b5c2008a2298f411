"""The lists of snippets: what each shows, where it stands in the menu, and who may do what."""

from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.ui.tables import LocaleColumn, UpdatedAtColumn
from wagtail.models import ReferenceIndex, get_locale_display_name
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from core.admin.columns import UsedOnColumn
from core.models import Author, CallToAction, Contact, Partner, ReusableText, Theme
