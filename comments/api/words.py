"""What every front end says about comments, whichever page they are on."""

from django.urls import reverse
from ninja import Field

from comments.models import CommentSettings
from comments.notice import digest_of, notice_lines, texts_in
from comments.policies import Policy
from core.api.reading import Reading
from core.api.richtext import rich_text
from core.api.schemas import Schema
from core.api.snippets import language_of


class CommentWords(Schema):
    """The texts beside the forms for comments."""

    notice: list[str] = Field(
        description="What a visitor is told, where no page or section has a rule of its own; each form brings the"
        " notice that counts there."
    )
    notice_version: str = Field(description="Another wording has another version.")
    house_rules: str = Field(description="HTML.")
    house_rules_path: str = Field(description="Where they stand on our site.")
    house_rules_language: str = Field(description="Dutch where nobody translated them; empty without rules.")
    badge: str = Field(description="What stands beside an answer of the association.")


def comment_words(reading: Reading) -> CommentWords:
    """The texts in the language of the answer."""
    settings = CommentSettings.current()
    code = reading.locale.language_code
    lines = notice_lines(Policy(settings.rule), code)
    texts = texts_in(code)
    return CommentWords(
        notice=lines,
        notice_version=digest_of(lines),
        house_rules=rich_text(reading, texts.house_rules) if texts else "",
        house_rules_path=reverse("comments:house_rules"),
        house_rules_language=language_of(texts) if texts else "",
        badge=settings.badge,
    )
