"""What an action on several pages at once reaches."""

from wagtail.models import Page


def to_be_published(action_type: str, objects, action) -> list[Page]:
    """The pages that publishing at once would reach, those below them included if that was asked for."""
    if action_type != "publish" or not issubclass(action.model, Page):
        return []
    pages = list(objects)
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        pages += [below for page in objects for below in page.get_descendants().filter(live=False)]
    return pages
