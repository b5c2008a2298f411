"""How near a word of the index is to what was typed."""

from django.db.models import IntegerChoices


class Nearness(IntegerChoices):
    """How well a word of the index answers a word of the query, in percent of its weight."""

    SAME = 100
    SAME_STEM = 90
    BEGINS_WITH_IT = 40
    ENDS_WITH_IT = 30
    ONE_MISTAKE = 50
    LAST_PART = 60
    FIRST_PART = 20
    FILLER = 10
