"""Where a story stands, in the words of a member: state, since when, what staff wrote, what comes next."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState, WorkflowState

from members.enums import StoryState
from members.models import MemberPage, Participation

NEXT = {
    StoryState.DRAFT: _("You can write on. When it is ready, look at it and send it in."),
    StoryState.SENT: _("The association reads it, usually within a week. You get a mail."),
    StoryState.IN_REVIEW: _("Somebody of the association is reading it. You get a mail."),
    StoryState.CHANGE_ASKED: _("Read what the association writes, change your story and send it in again."),
    StoryState.REFUSED: _("Read why. You can change your story and send it in again."),
    StoryState.PUBLISHED: _("Everybody can read it. You can change it whenever you like."),
    StoryState.WITHDRAWN: _("Nobody can see it any more. You can send it in again."),
}


@dataclass(frozen=True)
class Status:
    """``message`` is what staff wrote with it; ``changes`` says that a newer draft waits beside a live page."""

    state: StoryState
    since: datetime | None
    message: str = ""
    changes: bool = False

    @property
    def label(self) -> str:
        return self.state.label

    @property
    def next(self) -> str:
        if self.state == StoryState.PUBLISHED and self.changes:
            return _("You have changes that are not on the site yet. Send them in when they are ready.")
        return NEXT[self.state]


def status_of(page: MemberPage, participation: Participation) -> Status:
    """The status of the profile ``page``. What is under way comes before what is on the site."""
    workflow = page.current_workflow_state
    if workflow is not None:
        return _under_way(workflow, participation, page)
    changes = page.live and page.has_unpublished_changes
    refused = participation.refused_at
    if refused and not (page.last_published_at and page.last_published_at > refused):
        return Status(StoryState.REFUSED, refused, participation.refusal, changes)
    if page.live:
        return Status(StoryState.PUBLISHED, page.last_published_at, changes=changes)
    if participation.withdrawn_at and page.first_published_at:
        return Status(StoryState.WITHDRAWN, participation.withdrawn_at)
    return Status(StoryState.DRAFT, page.latest_revision_created_at)


def _under_way(workflow: WorkflowState, participation: Participation, page: MemberPage) -> Status:
    task: TaskState = workflow.current_task_state
    if workflow.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return Status(StoryState.CHANGE_ASKED, task.finished_at, task.get_comment(), page.live)
    if participation.taken_up_at and participation.taken_up_at >= task.started_at:
        return Status(StoryState.IN_REVIEW, participation.taken_up_at, changes=page.live)
    return Status(StoryState.SENT, task.started_at, changes=page.live)
