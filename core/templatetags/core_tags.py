"""Tags that print what every page type shares: pictures, language marks."""

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.changes import remembered_of_content
from core.images import DRAWN_COVERS, DRAWN_VIEWS, SIZES, Drawn
from core.localization import active_locale, default_locale, known_locale
from core.renditions import renditions_of

register = template.Library()


@register.simple_tag
def picture(image, size: str, *, alt="", seed=0, loading="lazy", sizes="", css_class="") -> SafeString:
    """An ``<img>`` with all renditions of the named size (see ``core.images.SIZES``).

    ``alt`` is empty for a decorative picture, and ``None`` in a draft of which the editor has yet to say what is
    to be seen: then there is no ``alt`` at all, which the content checks report. Without ``image`` one of the
    drawings of the site stands in, an upright one for the size ``cover``, and the same one for the same ``seed``
    (a primary key). ``loading`` is ``lazy`` or, for the picture at the top of a page, ``eager``, which also gives
    it a high priority.
    """
    if image is None:
        drawn = DRAWN_COVERS if size == "cover" else DRAWN_VIEWS
        return _drawing(drawn, seed, loading=loading, css_class=css_class)
    chosen = SIZES[size]
    renditions = [(rendition.url, rendition) for rendition in renditions_of(image, size)]
    address, largest = renditions[-1]
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" {}{}class="{}">',
        address,
        ", ".join(f"{url} {rendition.width}w" for url, rendition in renditions),
        sizes or chosen.sizes,
        largest.width,
        largest.height,
        "" if alt is None else format_html('alt="{}" ', alt),
        _loading(loading),
        css_class or "picture",
    )


@register.simple_tag
def lang_attr(item) -> SafeString:
    """`` lang="nl"`` for a page or snippet that is shown in another language than the page around it (WCAG 3.1.2)."""
    if not is_fallback(item):
        return SafeString("")
    return format_html(' lang="{}"', known_locale(item.locale_id).language_code)


@register.simple_tag
def untranslated_attr() -> SafeString:
    """`` lang="nl"`` on pages in another language, for what every version of a page has in Dutch."""
    if active_locale().pk == default_locale().pk:
        return SafeString("")
    return format_html(' lang="{}"', default_locale().language_code)


@register.simple_tag(takes_context=True)
def more_members(context, page) -> SafeString:
    """“More of our members” at the end of a page: others tomorrow, and the same all day long."""
    request = context["request"]

    def build():
        shelf = {"members": page.more_members(), "request": request}
        return render_to_string("components/more_members.html", shelf)

    if not page.live or getattr(request, "is_preview", False):
        return build()
    return remembered_of_content(f"more-members-{page.pk}-{timezone.localdate()}", build)


@register.filter
def shown(item):
    """The version of a chosen page or snippet that the story prepared for this reader; itself outside a story."""
    return getattr(item, "shown", item)


@register.filter
def alt_text(image) -> str | None:
    """What a picture in a story shows, as ``picture`` wants it; see there for ``None``."""
    return "" if image is None or image.decorative else image.contextual_alt_text or None


@register.filter
def is_fallback(item) -> bool:
    """Whether a page or snippet is shown in another language than the page around it."""
    return getattr(item, "locale_id", None) not in (None, active_locale().pk)


@register.filter
def type_label(page_class) -> str:
    """What readers call a type of page; empty for a type that is gone from the code."""
    return getattr(page_class, "reader_label", "")


def _drawing(drawn: Drawn, seed: int, *, loading: str, css_class: str) -> SafeString:
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="" {}class="{}">',
        static(drawn.path(seed)),
        drawn.width,
        drawn.height,
        _loading(loading),
        css_class or "picture picture--drawn",
    )


def _loading(loading: str) -> SafeString:
    if loading == "eager":
        return SafeString('fetchpriority="high" ')
    return SafeString('loading="lazy" decoding="async" ')
