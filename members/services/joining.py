"""From a form on the site to a group with a draft and somebody who writes it."""

import secrets

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.log_actions import log

from core import throttle
from core.form_guard import once_key
from core.localization import default_locale
from core.throttle import Budget, network_code
from members.enums import ApplicationState, Role
from members.models import Application, Invitation, MemberIndexPage, MemberPage, Place
from members.services.mails import write
from members.services.people import invite
from users.services import digest

PER_NETWORK = Budget("join_network", amount=10, seconds=3600)
PER_ADDRESS = Budget("join_address", amount=3, seconds=24 * 3600)
# What the token of the form is good for.
PURPOSE = "join"
LEAD_LENGTH = 600
TOKEN_BYTES = 32


class AlreadyAnswered(Exception):  # noqa: N818 - a state of affairs, not a fault
    """A colleague accepted or declined it first."""


class NoDirectory(Exception):  # noqa: N818 - a state of affairs, not a fault
    """There is no member directory yet under which the profile could stand."""


def apply(*, answers: dict, themes, told: str, token: str, address: str) -> Application:
    """Keep an application and mail a link with which its address is confirmed.

    The same answers with the same form ``token`` are kept once. Raises ``OverBudget``.
    """
    key = once_key(token, answers)
    email = answers["email"].lower()
    secret = secrets.token_urlsafe(TOKEN_BYTES)
    try:
        with transaction.atomic():
            application = Application.objects.create(
                **{**answers, "email": email}, told=told, key=key, token=digest("application", secret)
            )
            application.themes.set(themes)
            throttle.spend(PER_NETWORK, network_code(address))
            throttle.spend(PER_ADDRESS, digest("address", email))
            _mail_link(application, secret)
    except IntegrityError:
        return Application.objects.get(key=key)
    return application


def _mail_link(application: Application, secret: str) -> None:
    with override(settings.LANGUAGE_CODE):
        path = reverse("join_confirm", args=[secret])
    write(
        to=application.email,
        cause=f"application:{application.pk}",
        subject=_("Confirm your address: %(group)s wants to join"),
        text=(
            _(
                "Thank you for the application of %(group)s. Press the button to confirm that this is your address."
            ),
            _("Without it we do not read the application, and we delete it after a week."),
        ),
        names={"group": application.organisation},
        button=_("Confirm my address"),
        url=settings.WAGTAILADMIN_BASE_URL + path,
    )


@transaction.atomic
def confirm(*, secret: str) -> bool:
    """Put the application of a link before the staff; False when the link does not work. May be repeated."""
    found = Application.objects.filter(token=digest("application", secret))
    found.filter(state=ApplicationState.UNCONFIRMED).update(
        state=ApplicationState.NEW, confirmed_at=timezone.now()
    )
    return found.exists()


@transaction.atomic
def accept(*, application: Application, by) -> Invitation:
    """Make a draft profile and invite who applied. Raises ``AlreadyAnswered``, ``NoDirectory``, ``OverBudget``."""
    _answer(application, ApplicationState.ACCEPTED, by)
    page = new_profile(
        title=application.organisation,
        lead=application.about[:LEAD_LENGTH],
        place=find_place(application.place_name),
        contact_name=application.contact_name,
        email=application.email,
        themes=application.themes.all(),
        by=by,
    )
    application.page = page
    application.save(update_fields=["page"])
    return invite(
        page=page,
        email=application.email,
        name=application.contact_name,
        role=Role.OWNER,
        by=by,
        news=_("The association has accepted the application of %(group)s. Welcome!"),
    )


@transaction.atomic
def decline(*, application: Application, answer: str, by) -> None:
    """Say no, with ``answer`` in the mail. Raises ``AlreadyAnswered``."""
    _answer(application, ApplicationState.DECLINED, by, answer)
    write(
        to=application.email,
        cause=f"application-declined:{application.pk}",
        subject=_("About the application of %(group)s"),
        text=(
            _("Thank you for the application of %(group)s. The association cannot accept it:"),
            _("Answer this mail if you have a question."),
        ),
        names={"group": application.organisation},
        message=answer,
    )


def _answer(application: Application, state: str, by, answer: str = "") -> None:
    waiting = Application.objects.waiting().filter(pk=application.pk)
    if not waiting.update(state=state, decided_at=timezone.now(), decided_by=by, answer=answer):
        raise AlreadyAnswered
    log(application, f"members.{state}", user=by)


def new_profile(*, title: str, lead: str, by, themes=(), **fields) -> MemberPage:
    """A profile that nobody can see yet, under the Dutch directory. Raises ``NoDirectory``."""
    index = MemberIndexPage.objects.filter(locale=default_locale()).first()
    if index is None:
        raise NoDirectory
    page = MemberPage(title=title, lead=lead, slug=_free_slug(index, title), live=False, **fields)
    index.add_child(instance=page)
    page.themes.set(themes)
    page.save_revision(user=by, clean=False, log_action=True)
    return page


def _free_slug(index: MemberIndexPage, title: str) -> str:
    base = slugify(title)[:200] or "lid"
    taken = set(index.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)


def find_place(name: str) -> Place | None:
    """The place with this name, when there is only one in the country."""
    found = list(Place.objects.filter(name__iexact=name.strip())[:2])
    return found[0] if len(found) == 1 else None
