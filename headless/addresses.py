"""To which addresses we may send: public ones, and to exactly the address that was looked at.

A name is resolved once; each address that it has must be public, and the connection goes to one of those, so that
a name that answers otherwise the second time gains nothing. Redirects are not followed.
"""

import http.client
import ipaddress
import socket
import ssl
from urllib.parse import quote, urlsplit

from django.utils.translation import gettext_lazy as _

# Everything that may stand in a path and query; the rest (such as é) is quoted.
KEPT_IN_TARGET = "%/:?#[]@!$&'()*+,;=~"
SECONDS = 10
HTTPS_PORT = 443
LONGEST_ANSWER = 4096


class NotAllowed(OSError):  # noqa: N818 - a state of affairs, not a fault
    """The address is not one that we send to."""


def public_address(host: str, port: int) -> str:
    """One of the internet addresses of a host. Raises ``NotAllowed`` when any is not public or there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotAllowed(_("the name is not known")) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(is_public(address) for address in addresses):
        raise NotAllowed(_("the address lies in a private network"))
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an internet address is one that everybody can reach: not private, loopback, link-local or reserved."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    ip = getattr(ip, "ipv4_mapped", None) or ip
    # What carries an IPv4 address inside (compatible, translated, 6to4, Teredo) could lead anywhere.
    if isinstance(ip, ipaddress.IPv6Address) and (
        ip not in UNICAST or ip in EXAMPLES or ip.sixtofour or ip.teredo
    ):
        return False
    return ip.is_global and not ip.is_multicast


UNICAST = ipaddress.ip_network("2000::/3")
EXAMPLES = ipaddress.ip_network("3fff::/20")


class _PinnedConnection(http.client.HTTPSConnection):
    """HTTPS to an internet address that was checked, under the name of the host."""

    def __init__(self, host: str, port: int, address: str):
        self.tls = ssl.create_default_context()
        super().__init__(host, port, timeout=SECONDS, context=self.tls)
        self.address = address

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), self.timeout)
        self.sock = self.tls.wrap_socket(plain, server_hostname=self.host)


def checked(url: str) -> tuple[str, int, str, str]:
    """Host, port, public internet address and path of an https address. Raises ``NotAllowed``."""
    parts = urlsplit(url)
    try:
        host, port = parts.hostname or "", parts.port or HTTPS_PORT
    except ValueError as error:
        raise NotAllowed(_("the address is not one")) from error
    if parts.scheme != "https" or not host or parts.username:
        raise NotAllowed(_("only https is allowed"))
    target = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=KEPT_IN_TARGET)
    return host, port, public_address(host, port), target


def send(url: str, body: bytes, headers: dict[str, str]) -> int:
    """POST to a public https address; the status of the answer. Raises ``OSError`` or ``http.client.HTTPException``."""
    host, port, address, target = checked(url)
    connection = _PinnedConnection(host, port, address)
    try:
        connection.request("POST", target, body=body, headers=headers)
        response = connection.getresponse()
        response.read(LONGEST_ANSWER)
        return response.status
    finally:
        connection.close()
