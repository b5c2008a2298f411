"""The second factor of staff: figures of an app, and recovery codes. The library compares them; see docs/adr/0015."""

import secrets
from base64 import b32encode
from binascii import unhexlify

import segno
from django.db import transaction
from django_otp import match_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.log_actions import log

from core import throttle
from users.models import User
from users.services import SECOND_FACTOR

RECOVERY_CODES = 8


def is_on(user: User) -> bool:
    """Whether ``user`` signs in with a second factor."""
    return TOTPDevice.objects.devices_for_user(user, confirmed=True).exists()


def is_right(*, user: User, token: str) -> bool:
    """Whether ``token`` is what the app of ``user`` shows now, or an unused recovery code; each works once.

    Raises ``OverBudget`` when it was tried too often.
    """
    throttle.spend(SECOND_FACTOR, str(user.pk))
    return match_token(user, token) is not None


def new_device(user: User) -> TOTPDevice:
    """The device that ``user`` is adding: the same until it is confirmed, so that a page can be loaded again."""
    device, _created = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "app"})
    return device


def readable_key(device: TOTPDevice) -> str:
    """The key of a device as somebody types it into an app, in groups of four."""
    key = b32encode(unhexlify(device.key)).decode()
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


def picture(device: TOTPDevice) -> str:
    """The QR code of a device as an SVG picture, in a data address."""
    return segno.make(device.config_url, error="m").svg_data_uri(scale=5, border=2, dark="#1f2d3a")


@transaction.atomic
def switch_on(*, user: User, token: str) -> list[str]:
    """Confirm the new device of ``user`` with what it shows; returns the recovery codes, told once.

    Returns nothing when ``token`` is wrong. Raises ``OverBudget`` when it was tried too often.
    """
    throttle.spend(SECOND_FACTOR, str(user.pk))
    device = new_device(user)
    if not device.verify_token(token):
        return []
    device.confirmed = True
    device.save()
    spare, _created = StaticDevice.objects.get_or_create(user=user, defaults={"name": "recovery"})
    spare.token_set.all().delete()
    codes = [secrets.token_hex(5) for _number in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=spare, token=code) for code in codes)
    log(user, "users.second_factor_on", user=user)
    return codes


@transaction.atomic
def switch_off(*, user: User, by: User) -> None:
    """Let ``user`` sign in with the password alone, for example because the telephone is lost."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    log(user, "users.second_factor_off", user=by)
