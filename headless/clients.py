"""Who asks: a client with a token, or anybody. Cookies count for nothing here."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.api.problems import Refused
from core.throttle import network_of
from headless.enums import Scope
from headless.models import ApiToken

BEARER = "Bearer "
PREVIEW_PREFIX = "preview_"


@dataclass(frozen=True)
class Visit:
    """One request: the address of the network that it came from, and the token with which it came, if any."""

    address: str
    token: ApiToken | None = None

    @property
    def is_client(self) -> bool:
        """Whether a token came with it; its answers are not for a shared cache."""
        return self.token is not None

    @property
    def subject(self) -> str:
        """Whose budget it is taken from."""
        return f"token-{self.token.pk}" if self.token else f"network-{network_of(self.address)}"

    def demand(self, scope: Scope) -> None:
        """Raises ``Refused`` with 401 without a token and with 403 when the token does not have ``scope``."""
        if self.token is None:
            raise Refused(401, headers={"WWW-Authenticate": "Bearer"})
        if not self.token.may(scope):
            raise Refused(403, _("This token may not do that."))


def recognise(request: HttpRequest) -> Visit:
    """The visit of a request, kept on it as ``visit``. Raises ``Refused`` with 401 for a token that is not valid."""
    address = request.META.get("REMOTE_ADDR", "")
    sent = request.headers.get("Authorization", "")
    token = None
    # Another scheme is that of a proxy in front of us; the token of a preview is judged where it is used.
    if sent.startswith(BEARER) and not sent.startswith(f"{BEARER}{PREVIEW_PREFIX}"):
        token = ApiToken.objects.known_by(sent.removeprefix(BEARER).strip())
        if token is None:
            raise Refused(
                401,
                _("This token is not valid: it is unknown, has ended or was revoked."),
                headers={"WWW-Authenticate": 'Bearer error="invalid_token"'},
            )
        ApiToken.objects.noticed(token)
    request.visit = Visit(address, token)
    return request.visit
