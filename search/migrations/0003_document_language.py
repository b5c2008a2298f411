from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0002_texts_as_they_are")]

    operations = [
        migrations.AddField(
            model_name="entrytext",
            name="document_language",
            field=models.CharField(default="", max_length=10),
        ),
    ]
