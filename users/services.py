"""Signing in by mail, for who has no password. See docs/adr/0014.

One mail holds a link and six figures. Either works once, for ten minutes, in the browser that asked for it, and
only the newest. Whoever asks gets the same answer, at the same cost, whether the address is known or not.
"""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import get_language

from core import throttle
from core.outbox import post
from core.throttle import Budget, OverBudget, network_code
from users.models import CODE_LIVES, ParkedForm, SignInCode, User

HOUR = 3600
ASK_PER_ADDRESS = Budget("sign_in_address", amount=5, seconds=HOUR)
ASK_PER_NETWORK = Budget("sign_in_network", amount=30, seconds=HOUR)
TRY_PER_BROWSER = Budget("sign_in_browser", amount=10, seconds=HOUR)
TRY_PER_ACCOUNT = Budget("sign_in_account", amount=10, seconds=HOUR)
TRY_PER_NETWORK = Budget("sign_in_try", amount=50, seconds=HOUR)
PARK_PER_NETWORK = Budget("park_network", amount=30, seconds=HOUR)
PASSWORD_PER_PERSON = Budget("password_person", amount=10, seconds=HOUR // 4)
PASSWORD_PER_NETWORK = Budget("password_network", amount=50, seconds=HOUR)
PASSWORD_PER_ACCOUNT = Budget("password_account", amount=100, seconds=HOUR)
SECOND_FACTOR = Budget("second_factor", amount=10, seconds=HOUR // 4)

TOKEN_BYTES = 32
MOST_PARKED = 100_000  # characters; the longest story is 20,000


class NotSignedIn(Exception):  # noqa: N818 - a state of affairs, not a fault
    """The code or link does not work. Why is not told: that would help who guesses."""


@dataclass(frozen=True)
class WayIn:
    """Who signs in, and to which page of ours that leads (empty for the usual one)."""

    user: User
    next_path: str


def new_browser_token() -> str:
    """What a browser keeps in a cookie from asking to signing in."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest(purpose: str, *parts: str) -> str:
    """What is stored in the place of a secret: 64 characters that only this site can compute."""
    return salted_hmac(f"users.{purpose}", "\n".join(parts), algorithm="sha256").hexdigest()


def find_member(email: str) -> tuple[User | None, bool]:
    """The active account with this address, and whether it is staff; the same two queries for any address."""
    same = Q(email__iexact=email, is_active=True)
    access = {"content_type__app_label": "wagtailadmin", "codename": "access_admin"}
    by_right = {f"user_permissions__{name}": value for name, value in access.items()}
    by_group = {f"groups__permissions__{name}": value for name, value in access.items()}
    user = User.objects.filter(same).first()
    is_staff = User.objects.filter(same).filter(Q(is_superuser=True) | Q(**by_right) | Q(**by_group)).exists()
    return user, is_staff


def ask_way_in(*, email: str, browser: str, address: str, next_path: str = "") -> None:
    """Mail a link and a code to ``email``, or a word that the address is not known.

    ``browser`` is the token of the asking browser, ``address`` its internet address. Staff get no way in, as
    they have a password. Raises ``OverBudget``, for any address alike.
    """
    email = email.strip().lower()
    # Not in one transaction with the rest: what was refused for one budget is spent in the other.
    throttle.spend(ASK_PER_NETWORK, network_code(address))
    throttle.spend(ASK_PER_ADDRESS, digest("address", email))
    user, is_staff = find_member(email)
    link, code = secrets.token_urlsafe(TOKEN_BYTES), f"{secrets.randbelow(10**6):06}"
    with transaction.atomic():
        row = SignInCode.objects.create(
            user=None if is_staff else user,
            browser=digest("browser", browser),
            code=digest("code", browser, code),
            link=digest("link", link),
            next_path=next_path[:200],
        )
        post(
            to=email,
            cause=f"sign-in:{row.pk}",
            template=_template(user, is_staff),
            context={
                "code": code,
                "path": reverse("sign_in_link", args=[link]),
                "minutes": CODE_LIVES.seconds // 60,
                "name": user.first_name if user else "",
            },
            language=get_language(),
        )


def _template(user: User | None, is_staff: bool) -> str:
    if is_staff:
        return "sign_in_staff"
    return "sign_in" if user else "sign_in_unknown"


def try_code(*, code: str, browser: str, address: str) -> WayIn:
    """Sign in with the six figures. Raises ``NotSignedIn``, and ``OverBudget`` when tried too often or too soon.

    Somebody who guesses for an account spends its budget of figures; the link in the mail of its owner goes on
    working.
    """
    _count_try(browser, address)
    row = SignInCode.objects.newest_in(digest("browser", browser)).usable().first()
    if row is None:
        raise NotSignedIn
    if wait := row.seconds_to_wait():
        raise OverBudget(wait)
    throttle.spend(TRY_PER_ACCOUNT, str(row.user_id or row.browser))
    if not SignInCode.objects.take_try(row.pk):
        raise NotSignedIn
    return _enter(row, row.code, digest("code", browser, code))


def try_link(*, link: str, browser: str, address: str) -> WayIn:
    """Sign in with the token of the link. Raises ``NotSignedIn``, and ``OverBudget`` when too often tried."""
    _count_try(browser, address)
    row = SignInCode.objects.newest_in(digest("browser", browser)).usable().first()
    if row is None:
        raise NotSignedIn
    return _enter(row, row.link, digest("link", link))


def _count_try(browser: str, address: str) -> None:
    throttle.spend(TRY_PER_NETWORK, network_code(address))
    throttle.spend(TRY_PER_BROWSER, digest("browser", browser))


def _enter(row: SignInCode, expected: str, given: str) -> WayIn:
    if not constant_time_compare(expected, given) or not SignInCode.objects.use(row.pk):
        raise NotSignedIn
    user = row.user
    if user is None or not user.is_active or user.is_admin_user:
        raise NotSignedIn
    return WayIn(user, row.next_path)


def count_password_try(*, email: str, address: str) -> None:
    """Count one try at a password, before it is compared. Raises ``OverBudget``."""
    network, person = network_code(address), digest("address", email.strip().lower())
    throttle.spend(PASSWORD_PER_NETWORK, network)
    throttle.spend(PASSWORD_PER_PERSON, digest("person", person, network))
    throttle.spend(PASSWORD_PER_ACCOUNT, person)


# --- What was sent after the session had ended ---


def park(*, request: HttpRequest, browser: str) -> None:
    """Keep what ``request`` sent and could not be saved, for when this browser comes back (a member signed in).

    Raises ``OverBudget`` for who is not signed in.

    Files are not kept: a browser sends them again when they are chosen again.
    """
    if not request.user.is_authenticated:
        throttle.spend(PARK_PER_NETWORK, network_code(request.META.get("REMOTE_ADDR", "")))
    answers = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    if sum(len(value) for values in answers.values() for value in values) > MOST_PARKED:
        return
    key = digest("parked", browser, request.path)
    ParkedForm.objects.update_or_create(key=key, defaults={"path": request.path[:200], "answers": answers})


def parked(*, request: HttpRequest) -> dict[str, list[str]] | None:
    """What this browser sent to the address of ``request`` after its session had ended, or ``None``."""
    browser = request.COOKIES.get(settings.SIGN_IN_COOKIE)
    if not browser:
        return None
    found = ParkedForm.objects.filter(key=digest("parked", browser, request.path)).first()
    return found.answers if found else None


def forget_parked(*, request: HttpRequest) -> None:
    """Drop what is parked for the address of ``request``: it was saved."""
    browser = request.COOKIES.get(settings.SIGN_IN_COOKIE)
    if browser:
        ParkedForm.objects.filter(key=digest("parked", browser, request.path)).delete()
