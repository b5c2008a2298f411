"""Light marks and rich text, and what never comes out of either (T2, T3)."""

import pytest
from bs4 import BeautifulSoup
from wagtail.blocks import StreamValue

from members.markup import TAGS, cleaned, own_links, safe_address, to_html, to_text

# Of the kinds that DOMPurify's and PortSwigger's collections hold: markup, schemes, broken nesting, entities.
PAYLOADS = [
    "<script>window.__xss=1</script>",
    "<img src=x onerror=window.__xss=1>",
    "<svg><script>window.__xss=1</script></svg>",
    "<svg/onload=window.__xss=1>",
    "<math><mi//xlink:href='data:x,<script>1</script>'>",
    '<a href="javascript:window.__xss=1">x</a>',
    '<a href="java&#9;script:window.__xss=1">x</a>',
    "<iframe srcdoc='<script>parent.__xss=1</script>'></iframe>",
    "<style>@import 'javascript:1'</style>",
    '<p style="background:url(javascript:1)" onclick="1">x</p>',
    "<form><button formaction=javascript:1>x</button></form>",
    "<template><script>1</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=1>'></noscript>",
    "<!--><img src=x onerror=1>-->",
    "<b><i>x</b></i><object data=x>",
    "**<img src=x onerror=1>**",
    "[<img src=x onerror=1>](https://example.org)",
    '[x](https://example.org/"onmouseover="1)',
    "[x](javascript:window.__xss=1)",
    "[x](JaVaScRiPt:1)",
    "[x](\x01javascript:1)",
    "[x](java\tscript:1)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:1)",
    "[x](&#106;avascript:1)",
    "[x](//evil.example)",
    'https://example.org/"><script>1</script>',
    "- <script>1</script>\n- <b onclick=1>x",
]
ALLOWED = {"a": {"href", "linktype", "id"}, "footnote": {"id"}}


def faults(html: str) -> list[str]:
    """What in ``html`` is not on the list: tags, attributes, addresses."""
    found = []
    for tag in BeautifulSoup(f"<p>{html}</p>", "html.parser").find_all(True):
        if tag.name not in TAGS | {"footnote"}:
            found.append(tag.name)
        found += [f"{tag.name}[{name}]" for name in tag.attrs if name not in ALLOWED.get(tag.name, set())]
        href = tag.get("href", "https://ok")
        if not href.startswith(("http://", "https://", "mailto:", "tel:")):
            found.append(href)
    return found


@pytest.mark.parametrize("payload", PAYLOADS)
def test_t2_nothing_but_the_list_comes_out_of_a_story(payload):
    assert faults(to_html(payload)) == []
    assert faults(cleaned(payload)) == []


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
def test_t3_only_addresses_of_the_web_and_of_mail(typed, address):
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
def test_t2_story_is_cleaned_again_when_it_is_shown(tree, client):
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
