"""Lists that staff take along as CSV: what a visitor or member wrote stays text, in our lists and in Wagtail's own."""

from django.db.models import Model
from wagtail.admin.views.mixins import SpreadsheetExportMixin

# A spreadsheet that opens a CSV file takes text that starts with one of these for a formula (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_text(value: object) -> str:
    """The words of a cell, with a quote before what a spreadsheet would calculate."""
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def keep_formulas_out() -> None:
    """Let every export pass its words through ``as_text``; Wagtail does so for XLSX only."""
    words = (str, Model)
    SpreadsheetExportMixin.custom_value_preprocess[words] = {SpreadsheetExportMixin.FORMAT_CSV: as_text}
