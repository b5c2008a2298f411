"""The table of Dutch places: read from the open data in ``members/data`` and kept up to date."""

import csv
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from core.indexing import index_in_bulk
from members.models import Place

TABLE = Path(__file__).parent / "data" / "places.csv"
BATCH = 500
VALUES = ("name", "municipality", "province", "latitude", "longitude", "population")


def read_places(table: Path = TABLE) -> Iterator[Place]:
    """The places of the table, not saved.

    Raises ``OSError`` when the table cannot be read, ``KeyError`` or ``ValueError`` when it has another form.
    """
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield Place(
                name=row["name"],
                slug=row["slug"],
                municipality=row["municipality"],
                province=row["province"],
                latitude=float(row["latitude"]),
                longitude=float(row["longitude"]),
                population=int(row["population"] or 0),
            )


@transaction.atomic
def load_places(*, refresh: bool = False) -> int:
    """Adds the places that are missing, known by their slug, and tells how many that were.

    What staff corrected stays, unless ``refresh`` is set: then each place of the table gets the table's values.
    """
    known = dict(Place.objects.values_list("slug", "pk"))
    listed = list(read_places())
    missing = [place for place in listed if place.slug not in known]
    Place.objects.bulk_create(missing, batch_size=BATCH)
    index_in_bulk(Place, missing)
    if refresh:
        present = [place for place in listed if place.slug in known]
        for place in present:
            place.pk = known[place.slug]
        Place.objects.bulk_update(present, VALUES, batch_size=BATCH)
        index_in_bulk(Place, present)
    return len(missing)
