"""What ``housekeep`` does for other front ends."""

from core.chores import chore
from headless import webhooks
from headless.models import Delivery, PreviewCode


@chore
def deliver_webhooks() -> str:
    """Offers what addresses did not take before."""
    return f"{webhooks.deliver_due()} webhook messages wait"


@chore
def forget_webhooks() -> str:
    """Deletes messages after a month, and previews that ended."""
    return f"{Delivery.objects.outdated().delete()[0] + PreviewCode.objects.ended().delete()[0]} rows deleted"
