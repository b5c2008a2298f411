from django.core.management.base import BaseCommand

from home.benchmark.bare import bare_view
from home.benchmark.measure import measure
from home.benchmark.report import EXPLANATION, Run, as_json, as_table
from home.benchmark.scratch import scratch_site
from home.benchmark.targets import find_targets
from home.demo.loader import load
from home.demo.scale import grow
from members.models import MemberPage
from news.models import NewsPage

ROUNDS = 30


class Command(BaseCommand):
    help = "Measures queries, processor time and bytes of each page type, in a scratch database with the demo content."

    def add_arguments(self, parser):
        parser.add_argument(
            "--scale",
            type=int,
            default=0,
            metavar="N",
            help="measure a second time with N members, N news articles and N/10 publications",
        )
        parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each page is asked for")
        parser.add_argument("--json", action="store_true", help="print JSON instead of tables")

    def handle(self, *args, **options):
        runs = []
        with scratch_site(), bare_view():
            self.progress("Loading the demo content in a scratch database ...")
            load(lambda message: None)
            runs.append(self.run_once("Demo content", options["rounds"]))
            if options["scale"]:
                self.progress("Adding made-up pages ...")
                grow(options["scale"])
                runs.append(self.run_once("Grown content", options["rounds"]))
        if options["json"]:
            self.stdout.write(as_json(runs))
        else:
            self.stdout.write("\n\n".join([EXPLANATION, *(as_table(run) for run in runs)]))

    def run_once(self, name: str, rounds: int) -> Run:
        """Measures all targets on the content that is there now."""
        self.progress("Measuring ...")
        members, articles = MemberPage.objects.count(), NewsPage.objects.count()
        bare, costs = measure(find_targets(), rounds=rounds)
        return Run(f"{name}, {members} members and {articles} news articles", bare, costs)

    def progress(self, message: str) -> None:
        """Tells on the error channel what goes on, so that JSON on the other one stays clean."""
        self.stderr.write(message)
