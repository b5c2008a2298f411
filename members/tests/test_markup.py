"""Light marks and rich text, and what never comes out of either (T2, T3)."""

import pytest
from bs4 import BeautifulSoup
from wagtail.blocks import StreamValue

from members.markup import TAGS, cleaned, own_links, safe_address, to_html, to_text
from members.tests import vectors

SCHEMES = ("http://", "https://", "mailto:", "tel:", "#")
ALLOWED = {"a": {"href", "linktype", "id"}, "footnote": {"id"}}


def faults(html: str) -> list[str]:
    """What in ``html`` is not on the list: tags, attributes, addresses."""
    found = []
    for tag in BeautifulSoup(f"<p>{html}</p>", "html.parser").find_all(True):
        if tag.name not in TAGS | {"footnote"}:
            found.append(tag.name)
        found += [f"{tag.name}[{name}]" for name in tag.attrs if name not in ALLOWED.get(tag.name, set())]
        href = tag.get("href", "https://ok")
        if not href.startswith(SCHEMES):
            found.append(href)
    return found


def test_T2_nothing_but_the_list_comes_out_of_a_story():
    payloads = vectors.markup()

    assert len(payloads) > 80
    assert [text for text in payloads if faults(to_html(text))] == []
    assert [text for text in payloads if faults(cleaned(text))] == []
    # And what was cleaned is cleaned for good: a second reader finds nothing new in it.
    assert [text for text in payloads if cleaned(cleaned(text)) != cleaned(text)] == []


def test_T3_link_has_no_address_that_runs():
    for address in vectors.addresses():
        for html in (
            to_html(f"[x]({address})"),
            to_html(address),
            cleaned(f'<p><a href="{address}">x</a></p>'),
            cleaned(f"<p><a href={address}>x</a></p>"),
        ):
            assert faults(html) == [], address
        assert safe_address(address) == "", address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/pad?a=1&b=2", "https://example.org/pad?a=1&b=2"),
        ("www.example.org", "https://www.example.org"),
        ("info@example.org", "mailto:info@example.org"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("\x00https://example.org", ""),
        ("data:text/html,x", ""),
        ("//example.org", ""),
        ("https://[::1", ""),
        ("https:example", ""),
        ("mailto:", ""),
    ],
)
def test_T3_only_addresses_of_the_web_and_of_mail(typed, address):
    assert safe_address(typed) == address


def test_marks_become_rich_text():
    text = "Met **één** bankje & *veel* zin.\nEn door.\n\n- koffie\n- [thee](www.thee.nl)\n\n1. bel aan\n2. wacht"

    assert to_html(text) == (
        "<p>Met <b>één</b> bankje &amp; <i>veel</i> zin.<br>En door.</p>"
        '<ul><li>koffie</li><li><a href="https://www.thee.nl">thee</a></li></ul>'
        "<ol><li>bel aan</li><li>wacht</li></ol>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Een alinea.\n\nNog een.",
        "- een\n- twee\n\nDan weer tekst.",
        "1. een\n2. twee",
        "**vet** en *schuin* en [een link](https://example.org)",
        "Kijk op https://example.org/a_b*c.",
        "5 < 6 & 7 > 3",
    ],
)
def test_text_comes_back_as_it_was_typed(text):
    assert to_text(to_html(text)) == text


def test_links_of_staff_are_kept_and_cannot_be_made():
    html = '<p>Zie <a id="12" linktype="page">ons nieuws</a>.</p>'
    text = to_text(html)

    assert text == "Zie [ons nieuws](page:12)."
    assert 'linktype="page"' in to_html(text, own_links(html))
    assert "linktype" not in to_html("Zie [geheim](page:13).", own_links(html))


@pytest.mark.django_db
def test_T2_story_is_cleaned_again_when_it_is_shown(tree, client):
    page = tree.member()
    raw = [
        {"type": "paragraph", "value": "<p onclick='1'>Hoi<img src=x onerror=window.__xss=1></p>", "id": "a"}
    ]
    page.body = StreamValue(page.body.stream_block, raw, is_lazy=True)
    page.save(clean=False)

    shown = BeautifulSoup(client.get(page.url).content, "html.parser").select_one(".story")

    assert "Hoi" in shown.get_text()
    assert "onclick" not in str(shown)
    assert "onerror" not in str(shown)
