"""What the previews in the block picker show: short examples in the language of the editor.

Functions instead of values: the language is known when an editor looks, not when the code is loaded.
"""

from django.utils.translation import gettext as _


def _paragraph(text: str) -> str:
    return f"<p>{text}</p>"


def paragraph() -> str:
    return _paragraph(_("On Saturday we put the coffee on. <b>Everybody</b> is welcome."))


def heading() -> dict:
    return {"text": _("What we learned"), "level": "h2"}


def points() -> dict:
    return {
        "style": "bullets",
        "items": [_paragraph(_("A key for everybody")), _paragraph(_("A kitty for the coffee"))],
    }


def quote() -> dict:
    return {"text": _("We began with one bench."), "attribution": _("Fatima, Breda")}


def pull_quote() -> dict:
    return {
        "text": _("The neighbourhood knows best what it needs."),
        "attribution": "",
        "repeats_text": True,
    }


def picture() -> dict:
    return {"image": None, "caption": _("The market on the square, in spring.")}


def picture_with_text() -> dict:
    return {
        "image": None,
        "heading": _("The neighbourhood garden"),
        "text": _paragraph(
            _("Forty families grow their vegetables here. On Wednesdays there is soup for who helps.")
        ),
        "side": "left",
    }


def video() -> dict:
    return {"title": _("A day in the neighbourhood garden"), "url": "https://vimeo.com/1"}


def table() -> dict:
    return {
        "caption": _("What we spent in a year, in euros"),
        "columns": [{"type": "text", "heading": _("What")}, {"type": "number", "heading": _("Amount")}],
        "rows": [
            {"values": [_("Rent and energy"), 14300]},
            {"values": [_("Coffee and soup"), 2150]},
            {"values": [_("Seeds and tools"), 860]},
        ],
    }


def numbered_sections() -> dict:
    return {
        "sections": [
            {"heading": _("Begin small"), "body": _paragraph(_("One street is enough."))},
            {
                "heading": _("Ask everybody once"),
                "body": _paragraph(_("Who says no today may join in spring.")),
            },
        ]
    }


def pillars() -> dict:
    return {
        "heading": _("Two pillars"),
        "pillars": [
            {"heading": _("Staying power"), "points": [_("Choose for the long term")]},
            {"heading": _("Trust"), "points": [_("Let residents decide")]},
        ],
    }


def organisations() -> dict:
    return {
        "organisations": [
            {
                "name": _("Community garden South"),
                "place": "Breda",
                "text": _paragraph(_("They grow vegetables.")),
            }
        ]
    }


def key_figures() -> dict:
    return {
        "figures": [
            {"value": "24", "label": _("groups"), "source": _("List of members"), "date": "2026-01-01"}
        ]
    }
