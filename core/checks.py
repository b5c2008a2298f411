"""House rules of page types as Django system checks, so that a new type cannot forget them."""

from django.core.checks import Error, Tags, register
from wagtail.models import Page, get_page_models

STATED = ("template", "page_description", "parent_page_types", "subpage_types")


@register(Tags.models)
def check_page_types(app_configs, **kwargs) -> list[Error]:
    """Each of our page types extends ``BasePage`` (E001) and states its tree rules, template and description (E002)."""
    from core.models import BasePage

    errors = []
    for model in get_page_models():
        if model is Page:
            continue
        if not issubclass(model, BasePage):
            errors.append(
                Error(f"{model.__name__} does not extend core.BasePage.", obj=model, id="core.E001")
            )
        missing = [name for name in STATED if name not in vars(model)]
        if missing:
            errors.append(
                Error(f"{model.__name__} does not state {', '.join(missing)}.", obj=model, id="core.E002")
            )
    return errors
