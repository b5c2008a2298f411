"""Whether a page is ready for visitors: what is published without its form is checked all the same."""

from django.core.exceptions import ValidationError
from wagtail.fields import StreamField
from wagtail.models import Page


def is_ready(page: Page) -> bool:
    """Whether the newest version of ``page`` has all that its form asks of a page on the site."""
    newest = page.get_latest_revision_as_object()
    try:
        newest.full_clean()
        # The blocks of a story are checked by their form alone.
        for field in newest._meta.get_fields():
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(newest, field.name))
    except ValidationError:
        return False
    return True
