"""Days on which an office works: Monday to Friday."""

from datetime import datetime, timedelta

from django.utils import timezone

SATURDAY = 5


def workdays_since(moment: datetime, today=None) -> int:
    """How many working days ended since ``moment``: 1 on Monday for what came on Friday, or in the weekend 0."""
    day, today = timezone.localdate(moment), today or timezone.localdate()
    days = (day + timedelta(days=number) for number in range(1, (today - day).days + 1))
    return sum(1 for day in days if day.weekday() < SATURDAY)
