from django.core.management.base import BaseCommand

from search import services


class Command(BaseCommand):
    help = (
        "Brings the index of the site search up to date: run it after an update of the site, and once a day for what "
        "changed beside the pages, such as the name of a theme."
    )

    def handle(self, *args, **options):
        services.read_documents()
        self.stdout.write(f"{services.index_all()} pages can be found.")
