"""Tells a group what staff decide, wherever they do it, and keeps what the directory remembers true."""

from django.conf import settings
from django.dispatch import receiver
from wagtail.models import PageViewRestriction, TaskState, WorkflowState
from wagtail.signals import page_published, page_unpublished, task_rejected, workflow_approved

from core.remembered import forget, forget_on_change
from members.directory import facts_key
from members.models import MemberIndexPage, MemberPage, Participation, Place
from members.services.mails import tell_group


def _profile(state: WorkflowState) -> MemberPage | None:
    """The profile that a workflow is about, as it is now; ``None`` for other pages."""
    return MemberPage.objects.filter(pk=state.object_id).first() if _is_profile(state) else None


def _is_profile(state: WorkflowState) -> bool:
    return state.content_type.model_class() is MemberPage


@receiver(workflow_approved)
def tell_approved(instance: WorkflowState, **kwargs) -> None:
    """The story is on the site."""
    if page := _profile(instance):
        Participation.objects.filter(page=page).update(withdrawn_at=None, draft=page.latest_revision)
        tell_group(page=page, event="approved", cause=f"story-approved:{page.pk}:{instance.pk}")


@receiver(task_rejected)
def tell_change_asked(instance: TaskState, **kwargs) -> None:
    """A reviewer asks to change something."""
    if page := _profile(instance.workflow_state):
        cause = f"story-change-asked:{page.pk}:{instance.pk}"
        tell_group(page=page, event="change_asked", cause=cause, message=instance.comment)


@receiver(page_unpublished, sender=MemberPage)
def tell_unpublished(instance: MemberPage, **kwargs) -> None:
    """Staff took the page off the site; who did it themselves get another mail."""
    own = Participation.objects.filter(page=instance, withdrawn_at__isnull=False).exists()
    if not own and instance.alias_of_id is None:
        cause = f"story-unpublished:{instance.pk}:{instance.latest_revision_id}"
        tell_group(page=instance, event="unpublished", cause=cause)


for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
    forget_on_change(facts_key(code), MemberPage, MemberIndexPage, Place, PageViewRestriction)


def forget_members(**kwargs) -> None:
    """Themes are saved after the page itself."""
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        forget(facts_key(code))


page_published.connect(forget_members, sender=MemberPage)
page_unpublished.connect(forget_members, sender=MemberPage)
