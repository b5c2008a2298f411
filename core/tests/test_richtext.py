import pytest

from core.richtext import normalise, without_mark, without_quotes


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("<p>• Werk samen</p><p>● Wacht niet</p>", "<ul><li>Werk samen</li><li>Wacht niet</li></ul>"),
        ("<p>#1 Begin</p><p>#2 Ga door</p>", "<ol><li>Begin</li><li>Ga door</li></ol>"),
        ("<p>1. Begin</p><p>2. Ga door</p>", "<ol><li>Begin</li><li>Ga door</li></ol>"),
        ("<p>• <b>Vet</b> punt</p>", "<ul><li><b>Vet</b> punt</li></ul>"),
        ("<p>Tekst</p><p> </p><p>\xa0</p><p></p><p>Meer</p>", "<p>Tekst</p><p>Meer</p>"),
        ("<p>Twee  spaties\xa0 hier</p>", "<p>Twee spaties hier</p>"),
    ],
)
def test_pasted_text_becomes_real_lists_and_paragraphs(pasted, clean):
    assert normalise(pasted) == clean


@pytest.mark.parametrize(
    "html",
    [
        '<p>Gewone tekst met een <a id="3" linktype="page">link</a>.</p>',
        "<p>2017. Dat was een goed jaar.</p>",
        '<p>Het begon klein.<footnote id="a-b">[a-b]</footnote></p>',
        "<ul><li>Al een lijst</li></ul>",
        "<p>Zij-aan-zij</p>",
    ],
)
def test_text_without_typed_marks_stays_as_it_is(html):
    assert normalise(html) == html


def test_lists_with_text_between_stay_two_lists():
    assert normalise("<p>• Een</p><p>Tussen</p><p>• Twee</p>") == (
        "<ul><li>Een</li></ul><p>Tussen</p><ul><li>Twee</li></ul>"
    )


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("• Op een avond", "Op een avond"),
        ("#1 Een lange adem", "Een lange adem"),
        ("2017 was goed", "2017 was goed"),
    ],
)
def test_mark_in_front_of_a_plain_text_goes(typed, clean):
    assert without_mark(typed) == clean


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("‘We beginnen’", "We beginnen"),
        ("“Ja”", "Ja"),
        ("Hij zei ‘ja’", "Hij zei ‘ja’"),
        ("’s Avonds", "’s Avonds"),
    ],
)
def test_quotation_marks_around_a_quote_go(typed, clean):
    assert without_quotes(typed) == clean


def test_lead_has_no_typed_bullet(db, tree):
    assert (
        tree.news(lead="• Op een avond kwamen bewoners samen.").lead == "Op een avond kwamen bewoners samen."
    )
