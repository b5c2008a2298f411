"""What ``housekeep`` does for the search."""

from core.chores import chore
from search import misses


@chore
def forget_misses() -> str:
    """Deletes old counts of searches without result."""
    return f"{misses.forget_misses()} rows deleted"
