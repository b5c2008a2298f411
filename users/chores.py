"""What ``housekeep`` does for signing in."""

from datetime import timedelta

from django.utils import timezone

from core.chores import chore
from users.models import AddressChange, ParkedForm, SignInCode


@chore
def forget_sign_in_codes() -> str:
    """Deletes codes, parked forms and addresses that nobody confirmed after a day."""
    codes, _details = SignInCode.objects.outdated().delete()
    parked, _details = ParkedForm.objects.filter(created_at__lt=timezone.now() - timedelta(days=1)).delete()
    addresses, _details = AddressChange.objects.outdated().delete()
    return f"{codes + parked + addresses} rows deleted"
