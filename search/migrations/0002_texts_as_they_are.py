from django.db import migrations

# The largest that PostgreSQL takes for pages of 8 kB (documentation of CREATE TABLE, storage parameters).
LARGEST_ROW = 8160


def keep_as_they_are(apps, schema_editor):
    """Lets PostgreSQL pack no text that fits on a page: a quoted phrase looks into thousands of them.

    To unpack them took three times as long as to look. Rows that are there are kept as they are when next written.
    """
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE search_entrytext SET (toast_tuple_target = {LARGEST_ROW})")


def pack(apps, schema_editor):
    """The usual way: rows of more than 2 kB are packed."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE search_entrytext RESET (toast_tuple_target)")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(keep_as_they_are, pack, elidable=False)]
