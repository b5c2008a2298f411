"""What has to happen once in a while; run it every quarter of an hour."""

from django.core.management.base import BaseCommand

from core import throttle
from home import services


class Command(BaseCommand):
    """Mails what waits, deletes what was kept long enough. May be run as often as one likes."""

    help = "Mails form entries that could not be mailed before and deletes what was kept long enough."

    def handle(self, *args, **options):
        waiting = services.mail_waiting_entries()
        deleted = services.delete_outdated_entries()
        forgotten = throttle.forget()
        self.stdout.write(
            f"{waiting} form entries wait for the mail server, {deleted} were old enough to delete, "
            f"{forgotten} spendings were forgotten."
        )
