from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from core import chores

pytestmark = pytest.mark.django_db


def test_housekeeping_says_what_it_did():
    out = StringIO()
    call_command("housekeep", stdout=out)

    assert "deliver_mail: 0 mails wait" in out.getvalue()
    assert "delete_form_entries: 0 rows deleted" in out.getvalue()


def test_chore_that_fails_keeps_no_other_from_being_done(monkeypatch, caplog):
    done = []

    def broken():
        raise ZeroDivisionError

    chores.all_chores()  # or the others would be found while the list is ours
    monkeypatch.setattr(chores, "_chores", [broken, lambda: done.append("other")])
    with pytest.raises(CommandError, match="broken"):
        call_command("housekeep", stdout=StringIO())

    assert done == ["other"]
    assert "the chore broken failed" in caplog.text
