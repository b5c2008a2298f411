"""Who may do what: a table of roles, and the function that makes groups of it.

Wagtail and Django do the asking; here stands only what each role is given. What is not in the table is
refused. Languages are trees of pages: a right on a tree is a right on a language.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from django.utils.translation import get_language_info, gettext_noop, override
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

EVERY_LANGUAGE = "*"
WAGTAIL_GROUPS = ("Editors", "Moderators")
WAGTAIL_WORKFLOW = "Moderators approval"
# Who answers: the button reads "submit to" and this name.
WORKFLOW = gettext_noop("the reviewers")
APPROVAL = gettext_noop("Approval by a reviewer")


def rights(actions: str, *models: str) -> tuple[str, ...]:
    """Names of permissions: ``rights("add change", "core.author")`` is add and change of authors."""
    labels = [model.partition(".") for model in models]
    return tuple(f"{app}.{action}_{name}" for app, _dot, name in labels for action in actions.split())


TEXTS = ("core.author", "core.partner", "core.calltoaction", "core.contact", "core.reusabletext")
SORTING = ("taggit.tag", "publications.publicationkind", "publications.publicationseries", "members.place")
FILES = ("wagtailimages.image", "wagtaildocs.document")
ADMIN = ("wagtailadmin.access_admin",)
# Moderating is a right on a part of the page tree; the lists that go with it are for all moderators.
MODERATE = "moderate_comments"
SCREENING = ("comments.wordrule", "comments.blockedsender")
COMMENT_TEXTS = ("comments.commenttexts", "comments.refusalreason")
TRANSLATE = ("wagtail_localize.submit_translation",)


@dataclass(frozen=True)
class Role:
    """One line of the table.

    ``name`` is English and translated when the group is made. ``pages`` are actions on the tree of
    ``language`` (a code, or every one); ``files`` are permissions on all collections.
    """

    name: str
    permissions: tuple[str, ...]
    pages: str = ""
    language: str = EVERY_LANGUAGE
    files: tuple[str, ...] = ()

    @property
    def group_name(self) -> str:
        """The name of the group, in the language in which the association works."""
        with override(settings.LANGUAGE_CODE):
            name = _(self.name)
            if "%(language)s" in name:
                name %= {"language": get_language_info(self.language)["name_translated"]}
            return name


EDITOR = Role(
    gettext_noop("Editor"),
    permissions=ADMIN + rights("add change", *TEXTS, *SORTING),
    pages="add change",
    language=settings.LANGUAGE_CODE,
    files=rights("add change choose", *FILES),
)
REVIEWER = Role(
    gettext_noop("Reviewer"),
    permissions=ADMIN
    + TRANSLATE
    + rights("add change delete", *TEXTS, *SORTING, "wagtailredirects.redirect")
    + rights("add change delete", "wagtailsearchpromotions.searchpromotion")
    + rights("change", "core.theme", "home.navigation")
    + rights("view change", "core.outboxmail", "members.application", "members.photoreport")
    + rights("add change delete", *SCREENING, *COMMENT_TEXTS, "members.guidingquestion")
    + rights("add", "members.consenttext")
    + rights("change", "members.membersettings"),
    pages=f"add change publish lock unlock {MODERATE}",
    files=rights("add change delete choose", *FILES),
)
COMMENT_MODERATOR = Role(
    gettext_noop("Comment moderator"),
    permissions=ADMIN + rights("add change delete", *SCREENING),
    pages=MODERATE,
)
ADMINISTRATOR = Role(
    gettext_noop("Administrator"),
    permissions=REVIEWER.permissions
    + rights("add change delete", "home.navigation", "users.user", "auth.group")
    + rights("add change delete", "wagtailcore.workflow", "wagtailcore.task")
    + rights("change", "core.sitesettings", "comments.commentsettings", "wagtailcore.site")
    + rights("add change delete", "headless.apitoken", "headless.webhook")
    + rights("view change", "headless.delivery"),
    pages=f"add change publish lock unlock bulk_delete {MODERATE}",
    files=REVIEWER.files + rights("add change delete", "wagtailcore.collection"),
)


def translator(language: str) -> Role:
    """The role of whoever translates into one language: works there, and leaves publishing to a reviewer."""
    return Role(
        gettext_noop("Translator %(language)s"),
        permissions=ADMIN
        + TRANSLATE
        + rights("change", *TEXTS, *COMMENT_TEXTS, "core.theme", "home.navigation")
        # The names by which publications are sorted are read on every list of them.
        + rights("change", "publications.publicationkind", "publications.publicationseries"),
        pages="change",
        language=language,
        files=rights("choose", *FILES),
    )


def all_roles() -> list[Role]:
    """The roles of this site: one translator for each language but Dutch."""
    languages = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    return [EDITOR, REVIEWER, COMMENT_MODERATOR, *map(translator, languages), ADMINISTRATOR]


@transaction.atomic
def ensure_roles() -> None:
    """Makes the groups as the table says, or brings them back to it; members of the groups stay.

    Wagtail's own groups go when nobody is in them, and our workflow takes the place of Wagtail's.
    """
    root = Collection.get_first_root_node()
    for role in all_roles():
        group, _created = Group.objects.get_or_create(name=role.group_name)
        group.permissions.set(_permissions(role.permissions))
        wanted = _permissions(role.files)
        group.collection_permissions.exclude(collection=root, permission__in=wanted).delete()
        for permission in wanted:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=permission
            )
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None).delete()
    WorkflowPage.objects.filter(workflow__name=WAGTAIL_WORKFLOW).delete()
    Workflow.objects.filter(name=WAGTAIL_WORKFLOW).update(active=False)
    place_roles()


@transaction.atomic
def place_roles() -> None:
    """Gives the roles their rights on the home page of each language, and those pages the workflow.

    Does nothing before ``ensure_roles`` ran. Called again when a language gets its home page.
    """
    groups = {
        group.name: group for group in Group.objects.filter(name__in=[r.group_name for r in all_roles()])
    }
    if REVIEWER.group_name not in groups:
        return
    homes = list(home_pages())
    for role in all_roles():
        trees = [page for page in homes if role.language in (EVERY_LANGUAGE, page.locale.language_code)]
        _set_page_rights(groups[role.group_name], trees, role.pages.split())
    workflow = _workflow([groups[role.group_name] for role in (REVIEWER, ADMINISTRATOR)])
    for page in homes:
        WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": workflow})


def home_pages():
    """The home page of each language, each with its locale."""
    keys = Site.objects.values("root_page__translation_key")
    return Page.objects.filter(translation_key__in=keys).select_related("locale")


def _permissions(names: Iterable[str]) -> list[Permission]:
    """The permissions of these names. Raises ``LookupError`` for a name that no app knows."""
    wanted = set(names)
    pairs = [name.partition(".") for name in wanted]
    query = Q(pk__in=[])
    for app, _dot, codename in pairs:
        query |= Q(content_type__app_label=app, codename=codename)
    found = list(Permission.objects.filter(query).select_related("content_type"))
    unknown = wanted - {f"{item.content_type.app_label}.{item.codename}" for item in found}
    if unknown:
        raise LookupError(f"No app has the permissions {', '.join(sorted(unknown))}.")
    return found


def _set_page_rights(group: Group, pages: list[Page], actions: list[str]) -> None:
    wanted = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=[f"{action}_page" for action in actions]
    )
    group.page_permissions.exclude(page__in=pages, permission__in=wanted).delete()
    for page in pages:
        for permission in wanted:
            GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _workflow(reviewers: Iterable[Group]) -> Workflow:
    with override(settings.LANGUAGE_CODE):
        workflow, _created = Workflow.objects.update_or_create(name=_(WORKFLOW), defaults={"active": True})
        task, _created = GroupApprovalTask.objects.update_or_create(
            name=_(APPROVAL), defaults={"active": True}
        )
    task.groups.set(reviewers)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    return workflow
