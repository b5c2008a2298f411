"""Publishing several members at once, which passes by the form."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from core.admin.bulk import to_be_published
from members.models import MemberPage


def refuse_nowhere_in_bulk(request, action_type: str, objects, action):
    """Publishes nothing when one of the members has no place and is not nationwide either; else ``None``."""
    keys = [page.pk for page in to_be_published(action_type, objects, action)]
    drafts = [page.get_latest_revision_as_object() for page in MemberPage.objects.filter(pk__in=keys)]
    nowhere = [draft for draft in drafts if not draft.is_somewhere]
    if not nowhere:
        return None
    messages.error(
        request,
        _(
            "Not published, because these members have no place and do not work in the whole country: %(titles)s."
        )
        % {"titles": ", ".join(draft.get_admin_display_title() for draft in nowhere)},
    )
    return redirect(action.next_url)
