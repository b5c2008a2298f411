"""Whether a page is ready for visitors: what is published without its form is checked all the same."""

from django.core.exceptions import ValidationError
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page


def is_ready(page: Page) -> bool:
    """Whether the newest version of ``page`` has all that its form asks of a page on the site."""
    return lacks_nothing(page.get_latest_revision_as_object())


def lacks_nothing(version: Page) -> bool:
    """The same of one version: its fields, the blocks of its story, and the rows below it, such as photos."""
    try:
        version.full_clean()
        for field in version._meta.get_fields():
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(version, field.name))
        for relation in get_all_child_relations(version):
            for row in getattr(version, relation.get_accessor_name()).all():
                # Not whether it is unique: a row of a version looks like a second one.
                row.clean_fields(exclude=[relation.field.name])
                row.clean()
    except ValidationError:
        return False
    return True
