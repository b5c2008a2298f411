"""A story that holds every type of block, with everything that a block can refer to."""

from datetime import datetime

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail_footnotes.models import Footnote

from core.models import CallToAction, Contact, CustomDocument, ReusableText

NOTE = "11111111-2222-3333-4444-555555555555"


def full_story(tree, make_image) -> list[tuple]:
    """One block of each type, for ``body``; the page that gets it also needs ``add_note``."""
    image = make_image("Verhaalfoto", size=(800, 600))
    told = {"image": image, "decorative": False, "alt_text": "Een bankje"}
    document = CustomDocument.objects.create(
        title="Verslag", file=ContentFile(b"%PDF-1.4", name="verslag.pdf"), language="nl"
    )
    event = tree.event("Buurtdag", slug="buurtdag", start=_moment(2030, 5, 1), place_name="Breda")
    member = tree.member("Buurttuin Zuid", slug="buurttuin-zuid", summary="Wij telen groente.")
    publication = tree.publication(
        "Wijkverslag", slug="wijkverslag", subtitle="Een jaar later", date="2026-01-15"
    )
    page = tree.standard("Over ons", slug="over-ons")
    form = tree.form_page(slug="laat-je-horen")
    call = CallToAction.objects.create(
        name="Lid", title="Word lid", text="<p>Doe mee.</p>", button_label="Meld je groep aan", page=page
    )
    contact = Contact.objects.create(
        name="Bureau", text="<p>Vraag maar.</p>", email="info@lsabewoners.example"
    )
    text = ReusableText.objects.create(name="Vast", body="<h3>Zo werkt het</h3><p>Altijd gelijk.</p>")
    link = f'<a linktype="page" id="{page.pk}">over ons</a>'
    file_link = f'<a linktype="document" id="{document.pk}">het verslag</a>'
    return [
        ("heading", {"text": "Wat wij leerden", "level": "h2"}),
        ("paragraph", f'<p>Lees {link} en {file_link}.<footnote id="{NOTE}">[1]</footnote></p>'),
        ("list", {"style": "numbers", "items": ["<p>Een <b>sleutel</b></p>"]}),
        ("quote", {"text": "Eén bankje.", "attribution": "Fatima", "source": "https://example.org/a"}),
        ("pull_quote", {"text": "De buurt weet het.", "attribution": "", "repeats_text": True}),
        ("image", {"image": told, "caption": "Op zaterdag"}),
        ("image_text", {"image": told, "heading": "Tuin", "text": "<p>Groen</p>", "side": "left"}),
        (
            "video",
            {
                "title": "Een dag",
                "url": "https://vimeo.com/1",
                "poster": image,
                "description": "De tuin",
                "transcript": "<p>Hallo.</p>",
            },
        ),
        (
            "table",
            {
                "columns": [{"type": "text", "heading": "Wijk"}, {"type": "number", "heading": "Leden"}],
                "rows": [{"values": ["Zuid", "12.5"]}],
                "caption": "Leden per wijk",
            },
        ),
        ("numbered_sections", {"sections": [{"heading": "Begin klein", "body": "<p>Eén straat.</p>"}]}),
        ("pillars", {"heading": "Drie pijlers", "pillars": [{"heading": "Lang", "points": ["Kies"]}]}),
        (
            "organisation_list",
            {"organisations": [{"member": member, "name": "", "place": "Breda", "text": "<p>Zij.</p>"}]},
        ),
        (
            "key_figures",
            {
                "figures": [
                    {
                        "value": "24",
                        "label": "groepen",
                        "source": "Lijst",
                        "source_url": "",
                        "date": _moment(2026, 1, 1).date(),
                    }
                ]
            },
        ),
        ("publication_card", {"page": publication}),
        ("document_card", {"document": document, "title": "Ons verslag"}),
        ("related_article", {"page": page, "intro": "Lees ook"}),
        ("events", {"events": [event]}),
        (
            "member_teasers",
            {"heading": "", "mode": "manual", "theme": None, "province": "", "members": [member], "count": 3},
        ),
        ("form", {"page": form}),
        ("call_to_action", call),
        ("contact", contact),
        ("reusable_text", text),
    ]


def with_story(page, story):
    """The page with the story and the note that its text refers to, published."""
    page.body = story
    page.footnotes.add(Footnote(uuid=NOTE, text="<p>Een <b>noot</b>.</p>"))
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def _moment(year: int, month: int, day: int) -> datetime:
    return timezone.make_aware(datetime(year, month, day, 10))  # noqa: DTZ001 - made aware here
