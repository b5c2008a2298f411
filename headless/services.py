"""What is done with tokens and previews. Each function is atomic and says who did it where somebody did."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from headless.enums import Scope
from headless.models import ApiToken, PreviewCode
from headless.models.clients import digest
from headless.models.preview import CODE_LIFE, TOKEN_LIFE

HINT_LENGTH = 10


@transaction.atomic
def make_token(
    *, name: str, scopes: Iterable[Scope], by, expires_at: datetime | None = None
) -> tuple[ApiToken, str]:
    """A token for one client, and the secret that is shown this once and kept nowhere."""
    secret = f"lsa_{secrets.token_urlsafe(32)}"
    token = ApiToken.objects.create(
        name=name,
        scopes=sorted(scopes),
        digest=digest(secret),
        hint=secret[:HINT_LENGTH],
        created_by=by,
        expires_at=expires_at,
    )
    log(token, "wagtail.create", user=by)
    return token, secret


@transaction.atomic
def revoke_token(*, token: ApiToken, by) -> None:
    """End a token at once; what it did stays known."""
    if token.revoked_at is None:
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])
        log(token, "headless.revoke", user=by)


def make_preview_code(*, page: Page) -> str:
    """A code for one look at ``page`` as it is here, saved or not; it works once, within two minutes."""
    code = secrets.token_urlsafe(24)
    PreviewCode.objects.ended().delete()
    PreviewCode.objects.create(
        code_digest=digest(code),
        expires_at=timezone.now() + CODE_LIFE,
        content_type=ContentType.objects.get_for_model(page),
        page_id=page.pk,
        language=page.locale.language_code,
        content=page.serializable_data(),
    )
    return code


def exchange_preview_code(*, code: str) -> tuple[str, datetime] | None:
    """A token to read with for fifteen minutes, and when it ends; ``None`` for a code that does not work."""
    token = f"preview_{secrets.token_urlsafe(32)}"
    ends = timezone.now() + TOKEN_LIFE
    # One statement looks and takes: of two at the same moment one gets nothing.
    taken = PreviewCode.objects.exchangeable(code).update(token_digest=digest(token), expires_at=ends)
    return (token, ends) if taken else None


def page_of(look: PreviewCode) -> Page:
    """The page as it was when the preview was made; one that was never saved has no key and no address."""
    model = look.content_type.model_class()
    saved = model.objects.filter(pk=look.page_id).first() if look.page_id else None
    if saved is not None:
        return saved.with_content_json(look.content)
    return model.from_serializable_data(look.content, check_fks=False, strict_fks=False)


def preview_address(*, page: Page) -> str:
    """Where the other front end shows a look at ``page``: its address with a new code."""
    return f"{settings.PREVIEW_URL}?code={make_preview_code(page=page)}"
