from time import perf_counter

from django.core.management.base import BaseCommand
from django.urls import reverse

from home.demo.loader import load
from home.demo.logins import Login, is_this_machine, make_logins
from home.demo.scale import grow
from home.demo.stories import MemberLogin, make_member_logins
from users.models import User
from users.roles import REVIEWER


class Command(BaseCommand):
    help = (
        "Builds the demo site. Makes only what is missing: run it again and nothing that was edited changes."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--scale",
            type=int,
            default=0,
            metavar="N",
            help="also add N members, N news articles and N/10 publications of made-up words, for measuring",
        )
        parser.add_argument(
            "--with-logins",
            action="store_true",
            help="also make the demo logins on a site that is not on one's own machine, with a new password",
        )

    def handle(self, *args, **options):
        start = perf_counter()
        load(self.tell)
        if options["scale"]:
            for name, number in grow(options["scale"]).items():
                self.tell(f"Made up, {name}: {number}")
        self.tell(f"Ready in {perf_counter() - start:.0f} seconds.")
        if is_this_machine() or options["with_logins"]:
            logins = make_logins()
            reviewer = User.objects.filter(groups__name=REVIEWER.group_name).first()
            member_logins = make_member_logins(reviewer) if reviewer else []
            self.tell_logins(logins)
            self.tell_member_logins(member_logins)

    def tell_logins(self, logins: list[Login]) -> None:
        """Prints a table of who may sign in; nothing when everybody was there already."""
        for login in logins:
            self.tell(f"{login.role:<22}{login.email:<30}{login.password}")

    def tell_member_logins(self, logins: list[MemberLogin]) -> None:
        """Prints who may sign in for a group, and where the mail with the code is read."""
        for login in logins:
            self.tell(f"{login.group:<30}{login.email}")
        if logins:
            self.tell(
                f"Members sign in at {reverse('sign_in')} with their address alone: the mail with the code is"
                " printed in this terminal."
            )

    def tell(self, message: str) -> None:
        """Shows progress at once, also through a pipe."""
        self.stdout.write(message)
        self.stdout.flush()
