"""The questions that help a group to write."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from core.localization import default_locale
from members.models import GuidingQuestion

FIRST_QUESTIONS = (
    (_("How did it begin?"), _("Who had the idea? What was there before? What happened first?")),
    (_("What do you do?"), _("Take one day or one evening, and tell what happens there.")),
    (_("What are you proud of?"), _("Something that worked out, large or small.")),
    (_("What was difficult?"), _("Others learn from that too.")),
    (_("Who can join in, and how?"), _("Where and when are people welcome? What do you look for?")),
)


def asked_questions() -> list[GuidingQuestion]:
    """The questions in order; the first time ours are written down, for staff to change."""
    if not GuidingQuestion.objects.exists():
        with override(settings.LANGUAGE_CODE):
            for number, (question, hint) in enumerate(FIRST_QUESTIONS, start=1):
                GuidingQuestion.objects.create(
                    number=number * 10, question=str(question), hint=str(hint), locale=default_locale()
                )
    return list(GuidingQuestion.objects.asked())
