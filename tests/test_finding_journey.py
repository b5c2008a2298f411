"""Finding something with the keyboard: suggestions while typing, and the map of members (safety Q8)."""

from playwright.sync_api import expect


def test_Q2_suggestions_are_chosen_with_the_keyboard_and_are_no_trap(
    live_server, indexed, tree, page, complaints
):
    garden = tree.news("Buurttuin in bloei")
    tree.news("Buurttuinen bij u in de buurt")
    tree.news("Geheime buurttuin", live=False)
    page.goto(f"{live_server.url}/zoeken/")
    field = page.get_by_role("combobox")
    options = page.get_by_role("option")

    field.press_sequentially("buurttu")
    expect(options).to_have_count(2)
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("buurttu")

    field.press_sequentially("i")
    expect(options).to_have_count(2)
    while "bloei" not in (options.and_(page.locator("[aria-selected=true]")).all_text_contents() or [""])[0]:
        field.press("ArrowDown")
    field.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(garden.title)
    assert complaints == []


def test_Q8_map_is_walked_with_the_keyboard_to_a_group(live_server, tree, make_place, page, complaints):
    zeist = make_place("Zeist", "utrecht", latitude=52.09, longitude=5.233)
    tree.member("Buurtkracht Zeist", place=zeist)
    page.goto(f"{live_server.url}/leden/")
    drawing = page.locator("svg.map")
    province = drawing.get_by_role("link", name="Utrecht: 1 groep")

    drawing.get_by_role("link").first.focus()
    names = []
    while "Zeist" not in "".join(names):
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        ring = page.evaluate("getComputedStyle(document.activeElement.querySelector('path')).strokeWidth")
        assert ring in ("4px", "5px")  # the sign of focus
        page.keyboard.press("Tab")
    assert len(names) == 13  # twelve provinces and one place

    province.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live_server.url}/leden/?provincie=utrecht#kaart")
    page.locator("svg.map").get_by_role("link", name="Zeist: 1 groep").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Buurtkracht Zeist")
    assert complaints == []
