"""What a new site begins with: reasons for refusal and house rules, in the language of the site. Staff change them."""

import uuid

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

# Name for staff, and what the writer reads.
REASONS = (
    (
        gettext_noop("Insult or threat"),
        gettext_noop(
            "Your comment insults or threatens somebody. You are welcome to say it again in friendlier words."
        ),
    ),
    (
        gettext_noop("Private things about somebody"),
        gettext_noop("Your comment tells private things about somebody else. We do not put those on line."),
    ),
    (gettext_noop("Advertising"), gettext_noop("Your comment is advertising. This is not the place for it.")),
    (
        gettext_noop("Not about the subject"),
        gettext_noop("Your comment is not about the subject of the page. You can always send us a mail."),
    ),
    (
        gettext_noop("Discrimination"),
        gettext_noop("Your comment sets a group of people apart. We do not show that."),
    ),
    (
        gettext_noop("Cannot be checked"),
        gettext_noop("Your comment accuses somebody of something that we cannot check."),
    ),
)
RULES = (
    gettext_noop("Stay friendly, also when you disagree. Speak about the subject and not about the person."),
    gettext_noop("Write under a name to which somebody can answer. A first name is enough."),
    gettext_noop("Write nothing private about somebody else, such as an illness, an address or a quarrel."),
    gettext_noop("No advertising, no insults, no discrimination, no threats."),
    gettext_noop("We may leave out a part of a comment, or not show it. Then we say why."),
    gettext_noop(
        "Do you see something that does not belong here? Choose “Report” below it, and we look at it."
    ),
)


def make_defaults(apps, schema_editor) -> None:
    """For a migration: fills the lists of a new site."""
    locale_model = apps.get_model("wagtailcore", "Locale")
    locale = locale_model.objects.filter(language_code=settings.LANGUAGE_CODE).first()
    if locale is None:
        return
    with override(settings.LANGUAGE_CODE):
        for place, (name, text) in enumerate(REASONS, start=1):
            apps.get_model("comments", "RefusalReason").objects.create(
                name=_(name), text=_(text), sort_order=place * 10, locale=locale, translation_key=uuid.uuid4()
            )
        rules = "".join(f"<li>{_(rule)}</li>" for rule in RULES)
        apps.get_model("comments", "CommentTexts").objects.create(
            house_rules=f"<ul>{rules}</ul>", locale=locale, translation_key=uuid.uuid4()
        )
