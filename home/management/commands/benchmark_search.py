from django.core.management.base import BaseCommand

from home.benchmark.scratch import scratch_site
from home.benchmark.search import as_text, measure_search, settle
from home.demo.loader import load
from home.demo.scale import grow

MEMBERS, PAGES, SHARE = 3000, 20_000, 10
ROUNDS = 5


class Command(BaseCommand):
    help = (
        "Measures search, directory and map in a scratch database: first with a tenth of the content, then with all of "
        "it. Goals with 3,000 members and 20,000 pages: p95 of search below 150 ms on PostgreSQL and 250 ms on "
        "SQLite, directory and map at most 40 ms of processor time."
    )

    def add_arguments(self, parser):
        parser.add_argument("--members", type=int, default=MEMBERS)
        parser.add_argument("--pages", type=int, default=PAGES, help="news and publications")
        parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each address is asked for")

    def handle(self, *args, **options):
        runs = []
        with scratch_site():
            self.progress("Loading the demo content in a scratch database ...")
            load(lambda message: None)
            for share in (SHARE, 1):
                self.progress("Adding made-up pages ...")
                # A tenth of the news is added in publications.
                grow(options["members"] // share, news=options["pages"] * 10 // 11 // share)
                settle()
                self.progress("Measuring ...")
                runs.append(measure_search(rounds=options["rounds"]))
        self.stdout.write(as_text(runs))

    def progress(self, message: str) -> None:
        """Tells on the error channel what goes on."""
        self.stderr.write(message)
