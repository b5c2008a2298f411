"""What a visitor is told before sending a comment: written out from the settings, so that it is always true."""

import hashlib

from django.utils.translation import gettext, ngettext, override

from comments.enums import Rule
from comments.models import CommentSettings, CommentTexts, NoticeVersion
from comments.policies import Policy
from core.localization import default_locale, locale_for

DIGITS = 16


def notice_lines(policy: Policy, language: str) -> list[str]:
    """The notice, one sentence or two per line, in ``language``."""
    settings = CommentSettings.current()
    with override(language):
        lines = [
            gettext(
                "Your name and your comment appear on this page, for everybody. Your e-mail address does not."
            ),
            _who_reads(policy, settings),
            ngettext(
                "We delete your e-mail address %(days)d day after our decision, later if you want mail about answers.",
                "We delete your e-mail address %(days)d days after our decision, later if you want mail about answers.",
                settings.keep_address_days,
            )
            % {"days": settings.keep_address_days},
            ngettext(
                "A comment that we do not show is deleted after %(days)d day.",
                "A comment that we do not show is deleted after %(days)d days.",
                settings.keep_rejected_days,
            )
            % {"days": settings.keep_rejected_days},
            gettext("Do not write private things about somebody else, such as an illness or an address."),
        ]
    extra = _extra(language)
    return [*lines, extra] if extra else lines


def _who_reads(policy: Policy, settings: CommentSettings) -> str:
    if policy.rule == Rule.OPEN:
        return gettext("It appears at once. The editors of this site read along.")
    return ngettext(
        "The editors of this site read every comment first, usually within %(days)d working day.",
        "The editors of this site read every comment first, usually within %(days)d working days.",
        settings.answer_within_days,
    ) % {"days": settings.answer_within_days}


def texts_in(language: str) -> CommentTexts | None:
    """The texts of staff in ``language``, or in Dutch where nobody translated them."""
    found = {texts.locale_id: texts for texts in CommentTexts.objects.all()}
    return found.get(locale_for(language).pk) or found.get(default_locale().pk)


def digest_of(lines: list[str]) -> str:
    """A short name for one wording."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:DIGITS]


def store(lines: list[str], language: str) -> NoticeVersion:
    """The row of one wording, made when it is used for the first time."""
    version, _is_new = NoticeVersion.objects.get_or_create(
        digest=digest_of(lines), defaults={"language": language, "text": "\n".join(lines)}
    )
    return version


def _extra(language: str) -> str:
    texts = CommentTexts.objects.filter(locale=locale_for(language)).first()
    return " ".join(texts.notice.split()) if texts else ""
