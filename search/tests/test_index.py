from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from core.models import Theme
from search.facets import Facts, count, lacking, unpack
from search.finding import find, results
from search.models import Entry, Posting, Word
from search.text import language, words_of

pytestmark = pytest.mark.django_db


def titles(query):
    found = find(query, code="nl")
    return [result.page.title for result in results(found, found.pages)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("thema’s en foto's", ["thema", "en", "foto"]),
        ("'s-Hertogenbosch", ["hertogenbosch"]),
        ("E-mail de LSA-leden", ["email", "de", "lsa", "leden"]),
        ("D’recht ván Coöperatie", ["recht", "van", "cooperatie"]),
        ("x" * 61, []),
    ],
)
def test_words_of_a_text(text, words):
    assert list(words_of(text)) == words


@pytest.mark.parametrize(
    "forms",
    [
        ("wijk", "wijken"),
        ("bewoner", "bewoners"),
        ("initiatief", "initiatieven"),
        ("idee", "ideeen"),
        ("huis", "huizen"),
        ("bus", "bussen"),
        ("straat", "straten"),
        ("lid", "leden"),
        ("cooperatie", "cooperaties"),
        ("groen", "groene"),
        ("zorgzaam", "zorgzame"),
        ("tuin", "tuintje", "tuintjes"),
        ("huis", "huisje"),
        ("kaart", "kaartje"),
        ("plant", "plantje"),
        ("weg", "weggetje"),
        ("winkel", "winkeltje"),
        ("keuken", "keukentje"),
        ("boom", "boompje"),
        ("lamp", "lampje"),
        ("tekening", "tekeninkje"),
        ("wijkcentrum", "wijkcentra"),
        ("maken", "maakt"),
        ("koken", "kookt"),
        ("helpen", "helpt"),
        ("markt", "markten"),
        ("raadslid", "raadsleden"),
        ("schoolkind", "schoolkinderen"),
        ("friesland", "fries", "friese"),
        ("drenthe", "drents", "drentse"),
        ("40", "veertig"),
        ("7", "zeven"),
    ],
)
def test_forms_of_a_dutch_word_have_one_stem(forms):
    assert len({language("nl").stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        ("ouderen", "ouders"),
        ("plan", "plantje"),
        ("buurt", "buur"),
        ("markt", "mark"),
        ("gemeente", "gemeen"),
    ],
)
def test_words_that_only_look_alike_stay_apart(pair):
    assert len({language("nl").stem(word) for word in pair}) == 2


def test_dutch_compound_has_parts_and_an_english_word_has_none():
    assert language("nl").parts("bewonersbedrijven") == ["bewoner", "bedrijf"]
    assert language("nl").parts("olifant") == []
    assert language("en").parts("buurtbus") == []


def test_second_run_writes_nothing_and_a_run_mends_what_changed_beside_the_page(tree, make_theme):
    theme = make_theme("Groen", number=4)
    page = tree.news("Tuin", themes=[theme])
    call_command("index_search", verbosity=0)
    before = set(Posting.objects.values_list("pk", flat=True))
    call_command("index_search", verbosity=0)
    assert set(Posting.objects.values_list("pk", flat=True)) == before

    Theme.objects.filter(pk=theme.pk).update(name="Klimaat")
    call_command("index_search", verbosity=0)

    assert titles("klimaat") == [page.title]
    assert titles("groen") == []
    assert not Word.objects.filter(text="groen").exists()


def test_stem_of_an_older_version_is_mended(tree):
    tree.news("Tuintje")
    Word.objects.filter(text="tuintje").update(stem="tuintj", backwards="jtniut")
    Entry.objects.update(digest="")
    call_command("index_search", verbosity=0)

    assert list(Word.objects.filter(text="tuintje").values_list("stem", "backwards")) == [("tuin", "niut")]


def test_command_drops_what_should_not_be_found(tree):
    page = tree.member("Tuinclub")
    type(page).objects.filter(pk=page.pk).update(state="paused")
    call_command("index_search", verbosity=0)

    assert not Entry.objects.filter(pk=page.pk).exists()


def test_deleted_page_leaves_nothing(tree):
    page = tree.news("Tuin")
    page.delete()

    assert not Entry.objects.filter(pk=page.pk).exists()
    assert not Posting.objects.filter(entry=page.pk).exists()


def test_facts_survive_packing():
    facts = Facts("nl", "nieuws", "2024", "utrecht", ("1", "4"))

    assert unpack(facts.pack()) == facts
    assert unpack(Facts("nl", "overig").pack()) == Facts("nl", "overig")


def test_counts_of_a_facet_leave_its_own_choice_out():
    packed = Counter([Facts("nl", "nieuws", "2024").pack(), Facts("nl", "leden", "2024").pack()])

    counts = count(packed, lacking(packed, {"type": "leden"}, ()), ())

    assert counts["type"] == {"nieuws": 1, "leden": 1}
    assert counts["year"] == {"2024": 1}


def test_wagtails_own_backend_can_take_over(tree):
    with override_settings(SEARCH_MATCHER="search.matching.BackendMatcher"):
        tree.news("Buurttuin in Breda")
        tree.news("Buurttuin concept", live=False)

        assert titles("buurttuin breda") == ["Buurttuin in Breda"]
        assert titles('"buurttuin in breda"') == ["Buurttuin in Breda"]
        assert titles("butrttuin") == ["Buurttuin in Breda"]


def test_text_of_some_pages_is_kept_as_it_is(tree):
    """A quoted phrase looks into thousands of texts: to unpack them would take most of its time."""
    page = tree.news(body=[("paragraph", f"<p>{'Een straat met bomen en een bankje. ' * 100}</p>")])
    size = "pg_column_size(words)" if connection.vendor == "postgresql" else "length(words)"

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {size}, length(words) FROM search_entrytext WHERE entry_id = %s", [page.pk])
        [(kept, characters)] = cursor.fetchall()

    assert 2500 < characters <= kept
