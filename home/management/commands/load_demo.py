from time import perf_counter

from django.core.management.base import BaseCommand

from home.demo.loader import load
from home.demo.logins import Login, is_this_machine, make_logins
from home.demo.scale import grow


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
            help="add pages of made-up words for measuring, up to N members, N news articles and N/10 publications",
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
            self.tell_logins(make_logins())

    def tell_logins(self, logins: list[Login]) -> None:
        """Prints a table of who may sign in; nothing when everybody was there already."""
        for login in logins:
            self.tell(f"{login.role:<22}{login.email:<30}{login.password}")

    def tell(self, message: str) -> None:
        """Shows progress at once, also through a pipe."""
        self.stdout.write(message)
        self.stdout.flush()
