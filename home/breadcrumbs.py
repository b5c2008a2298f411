"""The way from the home page to a page."""

HOME_DEPTH = 2


def trail_to(page, theme=None) -> list[dict]:
    """Title and address of each page from the home page down; the last is where the reader is, without an address.

    With ``theme`` the page is the theme list, and the theme comes last. One query for a page, however often asked.
    """
    if not hasattr(page, "trail"):
        # Not reached by its address: a preview, for example.
        page.trail = list(page.get_ancestors().filter(depth__gte=HOME_DEPTH))
    above = [{"title": item.title, "url": item.url} for item in page.trail]
    if theme is None:
        return [*above, {"title": page.title, "url": ""}]
    return [*above, {"title": page.title, "url": page.url}, {"title": theme.name, "url": ""}]
