"""Proof of work: a sum that costs a browser a moment, and whoever sends thousands of comments a lot.

The server makes a challenge and signs it (``altcha``), the browser solves it (``static/js/proof.js``). A solution
counts once, for one page, within its time: the libraries do not see to that by themselves (CVE-2025-68113).
"""

import base64
import json
import secrets
import time
from datetime import UTC, datetime

import altcha
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from comments.models import SpentProof

ALGORITHM = "PBKDF2/SHA-256"
COST = 1000
# The browser tries numbers from 0 on until it finds the one that was drawn: half a second on a phone.
LEAST_TRIES, MOST_TRIES = 150, 450
SECONDS = 20 * 60
LONGEST = 2000


def new_challenge(purpose: str) -> dict:
    """A challenge for one form, as the browser gets it. Stores nothing."""
    challenge = altcha.create_challenge(
        ALGORITHM,
        COST,
        counter=LEAST_TRIES + secrets.randbelow(MOST_TRIES - LEAST_TRIES),
        expires_at=int(time.time()) + SECONDS,
        data={"for": purpose},
        hmac_secret=_secret(),
    )
    return challenge.to_dict()


def is_solved(payload: str, *, purpose: str) -> bool:
    """Whether ``payload`` is a right solution, made in time for this form. Asks no database."""
    if not payload or len(payload) > LONGEST:
        return False
    if not altcha.verify_solution(payload, _secret()).verified:
        return False
    return _challenge_in(payload)["parameters"].get("data") == {"for": purpose}


def spend(payload: str) -> bool:
    """Use a solution that ``is_solved``; whether it was still unused. Part of the transaction around it."""
    challenge = _challenge_in(payload)
    until = datetime.fromtimestamp(challenge["parameters"]["expiresAt"], UTC)
    try:
        with transaction.atomic():
            SpentProof.objects.create(signature=challenge["signature"], until=until)
    except IntegrityError:
        return False
    return True


def _challenge_in(payload: str) -> dict:
    return json.loads(base64.b64decode(payload))["challenge"]


def _secret() -> str:
    return salted_hmac("comments.proof", settings.SECRET_KEY, algorithm="sha256").hexdigest()
