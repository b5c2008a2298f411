from django.core.management.base import BaseCommand

from home.demo.loader import load


class Command(BaseCommand):
    help = "Builds the demo site. Makes only what is missing: run it again and nothing that was edited changes."

    def handle(self, *args, **options):
        load(self.stdout.write)
