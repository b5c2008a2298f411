"""Form fields for what strangers type: plain text that every database and every mail can hold."""

import unicodedata
from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LINE_LENGTH = 250
TEXT_LENGTH = 5000
EMAIL_LENGTH = 254  # no longer one can be mailed to (RFC 5321), and Django keeps no longer one

# Nobody sees them, and they turn or split the text around them: a name could then look like another one.
# The joiners stay: Persian names and some emoji are written with them.
INVISIBLE = dict.fromkeys(map(ord, "\u061c\u200b\u200e\u200f\u2060\ufeff"))
INVISIBLE |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# NFC makes one character of at most four; with a longer row of marks on one letter than in any writing (Unicode
# TR15 calls text without them stream-safe) it takes the square of that row: minutes for what is sent in a second.
COMPOSED_OF = 4
MOST_MARKS = 30
REFUSED = {"Cc", "Cs", "Zl", "Zp"}  # control characters, half characters, separators of lines and paragraphs
# A text of these alone is an empty one: spaces, joiners, loose marks, and the letters that are drawn as nothing.
UNSEEN = {"Cf", "Mn", "Me", "Zs"}
FILLERS = set("\u115f\u1160\u2800\u3164\uffa0")
NO_CHARACTERS = {"\ufffe", "\uffff"}  # with one of them a feed is no XML any more


class PlainTextMixin:
    """Stands before a text field: one form of Unicode (NFC), no control characters, empty if nobody sees anything.

    Raises ``ValidationError`` for a character that PostgreSQL, the header of a mail or a feed refuses, also where
    SQLite would keep it: a form must not depend on the database behind it.
    """

    allowed = ""

    def to_python(self, value):
        text = super().to_python(self.tidy(value) if isinstance(value, str) else value)
        if self.max_length and len(text) > COMPOSED_OF * self.max_length:
            return text  # too long in whichever form: the validator says so
        characters = set(text) - set(self.allowed)
        if _is_odd(characters) or _most_marks(text) > MOST_MARKS:
            raise ValidationError(
                _("There is a character in it that cannot be sent. Type the text anew."), "control"
            )
        return unicodedata.normalize("NFC", text) if _is_seen(characters) else self.empty_value

    def tidy(self, value: str) -> str:
        """The text without what is only a way of typing, such as a tab that was pasted from a table."""
        return value.replace("\t", " ")

    def widget_attrs(self, widget):
        # No maxlength: a browser then cuts a pasted text without a word; the server says that it is too long.
        return {}


class OneLineField(PlainTextMixin, forms.CharField):
    """A name, a subject: one line, without characters that nobody sees."""

    def __init__(self, **options):
        super().__init__(**{"max_length": LINE_LENGTH} | options)

    def tidy(self, value):
        return super().tidy(value).translate(INVISIBLE)


class ManyLinesField(PlainTextMixin, forms.CharField):
    """A message: whichever line ends a word processor pasted become ordinary ones."""

    widget = forms.Textarea
    allowed = "\n"

    def __init__(self, **options):
        super().__init__(**{"max_length": TEXT_LENGTH} | options)

    def tidy(self, value):
        return "\n".join(super().tidy(value).splitlines())


class PlainEmailField(PlainTextMixin, forms.EmailField):
    """An e-mail address that may stand in the header of a mail, and fits in a column of every database."""

    def __init__(self, **options):
        super().__init__(**{"max_length": EMAIL_LENGTH} | options)

    def tidy(self, value):
        # Copied from a page or a chat it often brings along what nobody sees, and then no mail arrives.
        return super().tidy(value).translate(INVISIBLE)


def _is_odd(characters: set[str]) -> bool:
    """Whether there is one among ``characters`` that cannot go everywhere."""
    return bool(characters & NO_CHARACTERS) or any(
        unicodedata.category(character) in REFUSED for character in characters
    )


def _is_seen(characters: set[str]) -> bool:
    """Whether a reader sees anything of ``characters``."""
    return any(unicodedata.category(character) not in UNSEEN for character in characters - FILLERS)


def _most_marks(text: str) -> int:
    """How many marks stand on one letter where there are most of them."""
    rows = groupby(text, key=lambda character: unicodedata.combining(character) > 0)
    return max((len(list(row)) for is_mark, row in rows if is_mark), default=0)


class KnownRowsMixin:
    """For a choice of several rows: a number that SQLite cannot hold is refused like any other that is not there."""

    def clean(self, value):
        """The chosen rows. Raises ``ValidationError``."""
        try:
            return super().clean(value)
        except OverflowError as error:
            message = self.error_messages["invalid_choice"] % {"value": max(value, key=len)}
            raise ValidationError(message, code="invalid_choice") from error


class RowsField(KnownRowsMixin, forms.ModelMultipleChoiceField):
    """Some rows of a table."""
