from django.db import migrations

# Names in Dutch, the language in which ``users.roles`` made the workflow.
FORMER, NAME = "Redactie", "eindredactie"


def rename(apps, schema_editor):
    """Gives our workflow its new name, so that ``ensure_roles`` finds it instead of making a second one."""
    workflows = apps.get_model("wagtailcore", "Workflow").objects
    if not workflows.filter(name=NAME).exists():
        workflows.filter(name=FORMER, active=True).update(name=NAME)


class Migration(migrations.Migration):
    dependencies = [
        ("users", "0002_parkedform_signincode"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
