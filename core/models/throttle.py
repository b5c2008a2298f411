"""What the budgets of public forms remember; see ``core.throttle``. In the database, where limits hold."""

from django.db import models


class DailyKey(models.Model):
    """The random key of one day; without it nobody can find out which network a spending belongs to."""

    day = models.DateField(unique=True)
    key = models.CharField(max_length=64)

    def __str__(self):
        return self.day.isoformat()


class Spending(models.Model):
    """How much of one budget was used by one subject in one period."""

    subject = models.CharField(max_length=150, unique=True)
    used = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)

    def __str__(self):
        return self.subject
