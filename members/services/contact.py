"""Small fields of a published profile that staff let members change at once."""

from django.db import transaction
from wagtail.log_actions import log
from wagtail.search import index

from members.models import MemberPage, MemberSettings

PUBLIC_TOO = {"opening_hours", "phone", "email"}


@transaction.atomic
def publish_small_fields(*, page: MemberPage, draft: MemberPage, rules: MemberSettings, by) -> list[str]:
    """Copy from the draft to the live page what may go there at once; returns the names of what changed."""
    if not page.live:
        return []
    names = [*rules.live_at_once, *(f"{name}_public" for name in rules.live_at_once if name in PUBLIC_TOO)]
    live = MemberPage.objects.get(pk=page.pk)
    changed = {name: getattr(draft, name) for name in names if getattr(draft, name) != getattr(live, name)}
    if changed:
        MemberPage.objects.filter(pk=page.pk).update(**changed)
        index.insert_or_update_object(MemberPage.objects.get(pk=page.pk))
        log(page, "members.small_fields", user=by, data={"fields": sorted(changed)})
    return sorted(changed)
