"""What ``housekeep`` does for forms."""

from core.chores import chore
from home import services


@chore
def delete_form_entries() -> str:
    """Deletes answers after the period that their form promised."""
    return f"{services.delete_outdated_entries()} rows deleted"
