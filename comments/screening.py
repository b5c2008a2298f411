"""What would happen to this text? Looks at a comment before a person does, and stores nothing."""

import re
import unicodedata
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.translation import gettext, override

from comments.enums import Ground, Rule, State, WordAction
from comments.folding import fold_name, fold_text, without_invisible
from comments.models import BlockedSender, CommentSettings
from comments.models.rights import all_moderators
from comments.models.screening import known_words
from core.remembered import forget_on_change, remembered

NAMES = "comment-names-of-staff"
SHORT = 5
# A domain is looked for at its first letter only: else a long row of letters and full stops is read once from each.
START = r"(?<![a-z0-9-])(?<![a-z0-9-]\.)"
# With or without a protocol: what a reader would take for an address.
LINK = re.compile(
    rf"(?:[a-z][a-z0-9+-]{{1,15}}://|www\.)[^\s<>\"']+"
    rf"|{START}[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{{2,24}}(?:[/?#]|:\d)[^\s]*",
    re.I,
)
# Anything with the form of a domain, linked to or not: it is only held up against the block list.
DOMAIN = re.compile(rf"{START}[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.I)


@dataclass
class Verdict:
    """Where a comment goes, why it is not shown at once, and which words of the list it holds."""

    state: State
    grounds: list[Ground] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def screen(*, rule: Rule, name: str, email: str, text: str, proven: bool, is_known: bool = False) -> Verdict:
    """Judge a comment.

    ``proven`` says that the browser did its work, ``is_known`` that the writer is known by a confirmed address.
    A blocked sender goes to the spam, a forbidden word is refused; anything else that stands out is held.
    """
    shown = f"{name} {text}"
    if is_blocked(email=email, text=shown):
        return Verdict(State.SPAM, [Ground.BLOCKED])
    hold, refuse = words_in(shown)
    if refuse:
        return Verdict(State.REFUSED, [Ground.WORD], refuse + hold)
    found = {
        # Not only "held": where nothing is taken any more, nothing that was on its way appears by itself either.
        Ground.RULE: rule not in (Rule.OPEN, Rule.AFTER_FIRST),
        Ground.FIRST: rule == Rule.AFTER_FIRST and not is_known,
        Ground.NO_PROOF: not proven,
        Ground.WORD: bool(hold),
        Ground.LINKS: len(links_in(shown)) > CommentSettings.current().most_links,
        Ground.NAME: looks_like_staff(name),
    }
    grounds = [ground for ground, holds in found.items() if holds]
    return Verdict(State.HELD if grounds else State.APPROVED, grounds, hold)


def links_in(text: str) -> list[str]:
    """What looks like a web address."""
    return LINK.findall(_as_browsers_take_it(text))


def domains_in(text: str) -> set[str]:
    """The domains that a text names."""
    return {domain.lower() for domain in DOMAIN.findall(_as_browsers_take_it(text))}


def is_blocked(*, email: str, text: str) -> bool:
    """Whether the address, its domain or a domain in the text is on the block list."""
    domains = domains_in(text) | ({email.rpartition("@")[2].lower()} if email else set())
    return BlockedSender.objects.matching(email=email, domains=domains).exists()


def words_in(text: str) -> tuple[list[str], list[str]]:
    """The words of the list that occur in ``text``: those that hold, and those that refuse."""
    folded = fold_text(text)
    found: dict[str, list[str]] = {WordAction.HOLD: [], WordAction.REFUSE: []}
    for phrase, action in known_words():
        if _pattern(phrase).search(folded):
            found[action].append(phrase)
    return found[WordAction.HOLD], found[WordAction.REFUSE]


def looks_like_staff(name: str) -> bool:
    """Whether a reader would take ``name`` for one of us: a moderator, an office, or anybody "of" the association."""
    people, ours = remembered(NAMES, _names_of_staff)
    folded = fold_name(name)
    return folded in people or any(our in folded for our in ours)


def _as_browsers_take_it(text: str) -> str:
    """With wide letters and other full stops as ordinary ones, as an address bar does."""
    return unicodedata.normalize("NFKC", without_invisible(text)).replace("。", ".")


def _pattern(phrase: str) -> re.Pattern:
    escaped = re.escape(fold_text(phrase)).replace(r"\*", r"\w*")
    return re.compile(rf"(?<!\w){escaped}(?!\w)")


def _names_of_staff() -> tuple[set[str], set[str]]:
    """What a name may not be, and what may not be in it."""
    with override(settings.LANGUAGE_CODE):
        offices = gettext("editors, the editors, moderator, administrator, webmaster").split(",")
    people = [person.get_full_name() for person in all_moderators()]
    ours = {fold_name(name) for name in (settings.WAGTAIL_SITE_NAME, CommentSettings.current().badge)} - {""}
    # A short name is in too many others: “LSA” in Elsa.
    return (
        ours | {fold_name(name) for name in [*people, *offices]} - {""},
        {name for name in ours if len(name) > SHORT},
    )


forget_on_change(NAMES, CommentSettings, get_user_model())
