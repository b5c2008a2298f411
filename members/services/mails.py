"""The mails to a group: one letter for each event, posted in the transaction of what it tells."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from core.outbox import post
from members.models import MemberPage, Membership

TO_YOUR_PAGE = _("Go to your page")


@dataclass(frozen=True)
class Letter:
    """Subject and text with ``%(group)s`` and other facts in them, and the button below.

    A ``decision`` goes to everybody; other letters can be switched off.
    """

    subject: str | Promise
    text: tuple[str | Promise, ...]
    button: str | Promise = TO_YOUR_PAGE
    decision: bool = False


LETTERS = {
    "sent": Letter(
        _("The story of %(group)s has arrived"),
        (
            _(
                "Thank you, the story of %(group)s has arrived. The association reads it, usually within a week."
            ),
            _("Until then you cannot change it. Do you want to? Then take it back on your page."),
        ),
    ),
    "taken_back": Letter(
        _("The story of %(group)s was taken back"),
        (_("%(by)s took the story of %(group)s back, to write on. Send it in again when it is ready."),),
    ),
    "change_asked": Letter(
        _("Please change something in the story of %(group)s"),
        (
            _("The association read the story of %(group)s and asks you to change something:"),
            _("Change it and send it in again. What is on the site stays as it is until then."),
        ),
        _("Change the story"),
        decision=True,
    ),
    "approved": Letter(
        _("The story of %(group)s is on the site"),
        (_("The story of %(group)s is on the site of the association. Everybody can read it now."),),
        _("Read it on the site"),
        decision=True,
    ),
    "refused": Letter(
        _("The story of %(group)s is not placed"),
        (
            _("The association read the story of %(group)s and does not place it:"),
            _("You can change it and send it in again."),
        ),
        decision=True,
    ),
    "withdrawn": Letter(
        _("%(group)s is off the site"),
        (
            _("%(by)s took %(group)s off the site. Nobody can see the page any more."),
            _("Your text and photos are still on your page. You can send them in again."),
        ),
        decision=True,
    ),
    "withdrawn_unseen": Letter(
        _("The story of %(group)s is withdrawn"),
        (
            _("%(by)s withdrew the story of %(group)s. The association does not read it any more."),
            _("Your text and photos are still on your page. You can send them in again."),
        ),
        decision=True,
    ),
    "unpublished": Letter(
        _("%(group)s is off the site"),
        (
            _("The association took the page of %(group)s off the site."),
            _("Your text and photos are still on your page. Answer this mail if you have a question."),
        ),
        decision=True,
    ),
    "joined": Letter(
        _("%(person)s now writes for %(group)s"),
        (_("%(person)s accepted the invitation and can write for %(group)s from now on."),),
    ),
    "left": Letter(
        _("%(person)s no longer writes for %(group)s"),
        (_("%(person)s left, and can no longer write for %(group)s."),),
    ),
    "removed": Letter(
        _("%(person)s no longer writes for %(group)s"),
        (_("%(by)s removed %(person)s, who can no longer write for %(group)s."),),
        decision=True,
    ),
    "handed_over": Letter(
        _("%(person)s is now owner of %(group)s"),
        (_("%(by)s made %(person)s owner of %(group)s. An owner also says who else may write."),),
        decision=True,
    ),
    "photo_reported": Letter(
        _("A photo of %(group)s was taken off the site"),
        (
            _("Somebody does not want to be seen in a photo of %(group)s. It is off the site for now."),
            _("The association looks at it and decides."),
        ),
        decision=True,
    ),
}
STAFF = _("the association")


def tell_group(
    *, page: MemberPage, event: str, cause: str, message: str = "", by=None, without=None, **facts: object
) -> None:
    """Post the letter ``event`` to the people of ``page``, once for each ``cause`` and person.

    ``message`` is quoted between the paragraphs; ``by`` did it (staff are named as the association);
    ``without`` is a user who need not hear it.
    """
    letter = LETTERS[event]
    people = Membership.objects.of_page(page).to_mail(decision=letter.decision)
    names = {"group": page.title, "by": name_of(by, page), **facts}
    for person in people:
        if without is None or person.user_id != without.pk:
            url = page.full_url if event == "approved" else _address("portal_group", page.pk)
            write(
                to=person.user.email,
                cause=f"{cause}:{person.user_id}",
                subject=letter.subject,
                text=letter.text,
                names=names,
                button=letter.button,
                url=url,
                message=message,
                mutable=not letter.decision,
            )


def write(
    *, to, cause, subject, text, names, button="", url="", message="", mutable=False, reply_to=""
) -> None:
    """Post one letter. ``subject`` and each of ``text`` are filled in with ``names``, in Dutch."""
    with override(settings.LANGUAGE_CODE):
        # No line end of a name gets into the head of a mail.
        one_line = {name: " ".join(str(value).split()) for name, value in names.items()}
        first, *rest = [str(paragraph) % one_line for paragraph in text]
        post(
            to=to,
            cause=cause,
            template="letter",
            context={
                "subject": str(subject) % one_line,
                "first": first,
                "message": message,
                "rest": rest,
                "button": str(button),
                "url": url,
                "mutable": mutable,
            },
            reply_to=reply_to,
        )


def name_of(user, page: MemberPage) -> str:
    """What a group calls somebody: a member by name, anybody else as the association."""
    if user is None or not Membership.objects.filter(page=page, user=user).exists():
        with override(settings.LANGUAGE_CODE):
            return str(STAFF)
    return str(user)


def _address(name: str, *args: object) -> str:
    with override(settings.LANGUAGE_CODE):
        return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=args)
