from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from headless.documents import written


class Command(BaseCommand):
    help = "Writes the OpenAPI document and the TypeScript types anew (docs/openapi.json, examples/headless/api.d.ts)."

    def handle(self, *args, **options):
        """Says which files changed."""
        for path, text in written().items():
            file = Path(settings.BASE_DIR, path)
            if not file.exists() or file.read_text() != text:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text)
                print(path)
