"""What has to happen once in a while; run it every five minutes."""

import logging

from django.core.management.base import BaseCommand, CommandError

from core.chores import all_chores

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Does every chore (see ``core.chores``). May be run as often as one likes.

    A chore that fails does not keep the others from being done; the command then ends with an error.
    """

    help = "Sends mail that waits and deletes what was kept long enough."

    def handle(self, *args, **options):
        failed = []
        for chore in all_chores():
            try:
                self.stdout.write(f"{chore.__name__}: {chore()}")
            except Exception:
                logger.exception("the chore %s failed", chore.__name__)
                failed.append(chore.__name__)
        if failed:
            raise CommandError(f"Failed, see the log: {', '.join(failed)}.")
