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
                "Your name and your comment appear under the article, for everybody. Your e-mail address does not."
            ),
            *_who_reads(policy, settings),
            _how_long_an_address(settings),
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


def _how_long_an_address(settings: CommentSettings) -> str:
    decided = ngettext(
        "We delete your e-mail address %(days)d day after our decision.",
        "We delete your e-mail address %(days)d days after our decision.",
        settings.keep_address_days,
    )
    following = ngettext(
        "Do you want mail about answers? Then %(days)d day after you wrote.",
        "Do you want mail about answers? Then %(days)d days after you wrote.",
        settings.keep_follower_days,
    )
    return f"{decided % {'days': settings.keep_address_days}} {following % {'days': settings.keep_follower_days}}"


def _who_reads(policy: Policy, settings: CommentSettings) -> list[str]:
    days = {"days": settings.answer_within_days}
    if policy.rule == Rule.OPEN:
        return [
            gettext(
                "It usually appears at once, and the editors of this site read along. Now and then they read first,"
                " for example when there are links in it."
            )
        ]
    if policy.rule == Rule.AFTER_FIRST:
        first = ngettext(
            "Is this your first comment on this site? Then the editors read it first, usually within %(days)d"
            " working day.",
            "Is this your first comment on this site? Then the editors read it first, usually within %(days)d"
            " working days.",
            settings.answer_within_days,
        )
        # Whoever knows an address could write as its owner: so it has to be confirmed each time.
        known = gettext(
            "Do we know you from an earlier comment? Fill in the same e-mail address, choose a mail and confirm in"
            " it that the address is yours. Then this comment appears at once."
        )
        return [first % days, known]
    everything = ngettext(
        "The editors of this site read every comment first, usually within %(days)d working day.",
        "The editors of this site read every comment first, usually within %(days)d working days.",
        settings.answer_within_days,
    )
    return [everything % days]


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
