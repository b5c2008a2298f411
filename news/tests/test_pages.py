from datetime import UTC, date, datetime, timedelta

import pytest
from wagtail.models import Locale, PageViewRestriction

from core.models import Author
from news.models import NewsPage
from tests.tree import text_of

pytestmark = pytest.mark.django_db


def heading(text, level="h2"):
    return {"type": "heading", "value": {"text": text, "level": level}}


def test_article_shows_title_lead_date_and_author(tree, visit, organisation):
    page = tree.news("Buurtfeest", lead="Iedereen danst.", date=date(2022, 4, 25), author=organisation)

    soup = visit(page.url)

    assert [text_of(h1) for h1 in soup("h1")] == ["Buurtfeest"]
    lead = soup.find(class_="lead")
    assert text_of(lead) == "Iedereen danst."
    assert lead.find_parent("li") is None
    published = soup.main.find("time", datetime="2022-04-25")
    assert text_of(published) == "25 april 2022"
    assert "LSA bewoners" in text_of(soup.article)


def test_translated_article_names_its_author_in_its_own_language(
    english_tree, translate, visit, django_capture_on_commit_callbacks
):
    author = Author.objects.create(name="Stichting Groen", kind="organisation")
    english = author.copy_for_translation(Locale.objects.get(language_code="en"))
    english.name = "Green Foundation"
    english.save()
    page = english_tree.news(author=author)
    page.save_revision().publish()
    with django_capture_on_commit_callbacks(execute=True):
        translate(page)

    words = text_of(visit(NewsPage.objects.get(locale__language_code="en").url).article)

    assert "Green Foundation" in words
    assert "Stichting Groen" not in words


def test_last_change_is_told_only_when_it_is_another_day(tree, visit, freezer):
    freezer.move_to("2022-04-25T12:00:00Z")
    same_day = tree.news("Vers", date=date(2022, 4, 25))
    same_day.save_revision().publish()
    changed = tree.news("Bijgewerkt", date=date(2022, 4, 25))
    changed.save_revision().publish()
    changed.refresh_from_db()
    freezer.move_to("2022-06-01T12:00:00Z")
    changed.save_revision().publish()
    dated_back = tree.news("Oud bericht", date=date(2017, 3, 1))
    dated_back.save_revision().publish()

    assert visit(changed.url).main.find("time", datetime="2022-06-01")
    assert [time["datetime"] for time in visit(dated_back.url).article("time")] == ["2017-03-01"]
    assert [time["datetime"] for time in visit(same_day.url).article("time")] == ["2022-04-25"]


def test_old_article_says_so_and_links_to_the_follow_up(tree, visit):
    follow_up = tree.news("Zo ging het verder")
    page = tree.news("Oproep", date=date(2017, 11, 2), follow_up=follow_up)

    notice = visit(page.url).find(class_="notice")

    assert "2017" in text_of(notice)
    assert notice.find("a")["href"] == follow_up.url


def test_notice_does_not_link_to_a_follow_up_that_is_off_line(tree, visit):
    page = tree.news("Oproep", date=date(2017, 11, 2), follow_up=tree.news("Concept", live=False))

    notice = visit(page.url).find(class_="notice")

    assert notice.find("a") is None
    assert "Concept" not in text_of(notice)


def test_notice_does_not_name_a_follow_up_that_is_private(tree, visit):
    private = tree.news("Alleen voor leden")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    page = tree.news("Oproep", date=date(2017, 11, 2), follow_up=private)

    assert "Alleen voor leden" not in text_of(visit(page.url))


def test_table_of_contents_appears_from_four_headings_on(tree, visit):
    three = tree.news(body=[heading(f"Kop {number}") for number in range(3)])
    four = tree.news(body=[heading("Kop"), heading("Kop"), heading("Sub", "h3"), heading("Slot")])

    assert visit(three.url).find(class_="toc") is None
    soup = visit(four.url)
    anchors = [link["href"].removeprefix("#") for link in soup.find(class_="toc")("a")]
    assert anchors == ["kop", "kop-2", "sub", "slot"]
    assert [text_of(soup.find(id=anchor)) for anchor in anchors] == ["Kop", "Kop", "Sub", "Slot"]


def test_read_also_shows_what_the_editor_picked(tree, visit):
    page, other, draft = tree.news("Een"), tree.publication("Manifest"), tree.news("Concept", live=False)
    for target in (other, draft):
        page.related_pages.create(target=target)
    page.save()

    soup = visit(page.url)

    assert soup.find("a", href=other.url)
    assert "Concept" not in soup.get_text()


def test_read_also_says_what_each_page_is(tree, visit):
    page = tree.news("Een")
    for target in (
        tree.publication("Manifest", date=date(2022, 4, 25), lead="Drie pijlers."),
        tree.standard("Over ons", lead="Wie wij zijn."),
        tree.member("Buurttuin Zuid", lead="Een tuin."),
    ):
        page.related_pages.create(target=target)
    page.save()

    cards = [text_of(card) for card in visit(page.url).select(".card--related")]

    assert cards == [
        "Publicatie · 25 april 2022 Manifest Drie pijlers.",
        "Pagina Over ons Wie wij zijn.",
        "Lid Buurttuin Zuid Een tuin.",
    ]


def test_read_also_hides_what_visitors_cannot_read(tree, visit):
    page, private = tree.news("Een"), tree.news("Geheim besloten")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for target in (private, tree.member("Geheim gestopt", state="ended")):
        page.related_pages.create(target=target)
    page.save()

    assert "Geheim" not in visit(page.url).get_text()


def test_read_also_costs_the_same_for_one_and_for_three(tree, client, django_assert_max_num_queries):
    one, three = tree.news("Een"), tree.news("Drie")
    for page, number in ((one, 1), (three, 3)):
        for _ in range(number):
            page.related_pages.create(target=tree.news())
        page.save()
    client.get(tree.home.url)

    with django_assert_max_num_queries(14) as captured:
        client.get(one.url)
    with django_assert_max_num_queries(len(captured)):
        client.get(three.url)


def members_below(visit, page) -> list[str]:
    shelf = visit(page.url).find("section", attrs={"aria-labelledby": "more-members-title"})
    return [text_of(title) for title in shelf(class_="card__title")] if shelf else []


def test_article_publication_and_event_end_with_members_whose_turn_it_is(tree, visit, freezer):
    pages = [tree.news(), tree.publication(), tree.event()]
    for number in range(7):
        tree.member(f"Groep {number}")

    today = [members_below(visit, page) for page in pages]
    again = [members_below(visit, page) for page in pages]
    freezer.tick(timedelta(days=1))

    assert [len(set(shown)) for shown in today] == [3, 3, 3]
    assert again == today
    assert all(
        set(members_below(visit, page)) != set(shown) for page, shown in zip(pages, today, strict=True)
    )


def test_text_that_shows_members_itself_ends_without(tree, visit):
    tree.member("Buurttuin")
    shown = {"heading": "", "mode": "rotation", "theme": None, "province": "", "members": [], "count": 3}
    page = tree.news(body=[("member_teasers", shown)])

    assert members_below(visit, page) == []
    assert [text_of(title) for title in visit(page.url).select(".story__members .card__title")] == [
        "Buurttuin"
    ]


def test_group_that_goes_off_line_is_gone_from_the_end_of_an_article(tree, visit):
    page, member = tree.news(), tree.member("Buurttuin")
    assert members_below(visit, page) == ["Buurttuin"]

    member.unpublish()

    assert members_below(visit, page) == []


def test_cards_have_one_link_named_by_the_title_and_a_silent_picture(tree, visit):
    tree.news("Buurtfeest", date=date(2022, 4, 25))

    (card,) = visit(tree.news_index.url).main.find_all(class_="card")

    assert [text_of(link) for link in card("a")] == ["Buurtfeest"]
    assert [image["alt"] for image in card("img")] == [""]
    assert card.find("time", datetime="2022-04-25")


def test_list_says_in_words_what_it_shows(tree, visit, make_theme):
    tree.news(themes=[make_theme("Groen")])
    tree.news()

    soup = visit(tree.news_index.url, thema="groen")

    assert len(soup.main.find_all(class_="card")) == 1
    assert "Groen" in text_of(
        soup.main.find(["h2", "h1", "p"], string=lambda text: text and "1 " in text) or soup.main
    )


def test_list_without_results_helps_on(tree, visit):
    soup = visit(tree.news_index.url)

    assert soup.main.find_all(class_="card") == []
    assert soup.main.find("a")


def test_list_costs_the_same_for_one_and_for_three(tree, client, make_theme, django_assert_max_num_queries):
    client.get(tree.news_index.url)
    costs = []
    for number in range(1, 5):
        tree.news(f"Bericht {number}", themes=[make_theme(f"Thema {number}", number=number)])
        with django_assert_max_num_queries(14) as captured:
            client.get(tree.news_index.url)
        costs.append(len(captured))

    assert costs[1] == costs[3]


def test_event_that_is_over_says_when_it_was(tree, visit):
    page = tree.event("Open dag", start=datetime(2022, 5, 19, 10, tzinfo=UTC))

    assert "19 mei 2022" in text_of(visit(page.url).find(class_="notice"))


def test_calendar_shows_what_is_coming_first(tree, visit):
    now = datetime.now(UTC)
    tree.event("Voorbij", start=now - timedelta(days=9))
    tree.event("Straks", start=now + timedelta(days=9), place_name="De Boomtak, Tilburg")

    titles = [text_of(title) for title in visit(tree.event_index.url).main("h3")]

    assert titles == ["Straks", "Voorbij"]
