from django.core.management.base import BaseCommand

from members.places import load_places


class Command(BaseCommand):
    help = (
        "Adds the Dutch places that are missing from the table of places; run it after an update of the site."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--refresh",
            action="store_true",
            help="also give known places the values of the table, corrections included",
        )

    def handle(self, *args, **options):
        added = load_places(refresh=options["refresh"])
        self.stdout.write(f"{added} places added.")
