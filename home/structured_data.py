"""JSON-LD in the words of schema.org: Organization, BreadcrumbList, Article, Report and Event."""

import json

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from comments.threads import PARAMETER, discussion_about
from core.models import SiteSettings
from home.breadcrumbs import HOME_DEPTH, trail_to
from home.seo import page_address, social_image

# As django.utils.html.json_script: nothing in the data can end the element or start another.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def as_script(data: list[dict]) -> SafeString:
    """The data in one ``<script type="application/ld+json">``, safe for any text in it."""
    text = json.dumps({"@context": "https://schema.org", "@graph": data}, ensure_ascii=False).translate(
        ESCAPES
    )
    # The three characters that HTML knows inside a script are escaped above, so this text cannot leave it.
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308


def describe(page, context) -> list[dict]:
    """Everything that a page tells about itself, its place in the site and who publishes it."""
    request = context["request"]
    organisation = _organisation(request)
    graph = [organisation]
    if page.depth > HOME_DEPTH:
        graph.append(_breadcrumb(trail_to(page, theme=context.get("theme")), request))
    builder = BUILDERS.get(page._meta.model_name)
    if builder:
        graph.append(builder(page, context, request, organisation["@id"]))
    return graph


def _organisation(request) -> dict:
    root = request.build_absolute_uri("/")
    about = SiteSettings.for_request(request).organisation
    data = {
        "@type": "Organization",
        "@id": f"{root}#organisation",
        "name": settings.WAGTAIL_SITE_NAME,
        "url": root,
    }
    if about and about.since_year:
        data["foundingDate"] = str(about.since_year)
    return data


def _breadcrumb(trail: list[dict], request) -> dict:
    items = [
        {"@type": "ListItem", "position": position, "name": item["title"]}
        | ({"item": request.build_absolute_uri(item["url"])} if item["url"] else {})
        for position, item in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _article(page, context, request, publisher: str, kind="Article") -> dict:
    authors = context.get("authors") or [context.get("author")]
    data = {
        "@type": kind,
        "headline": page.title,
        "description": page.description,
        "url": page_address(page, request),
        "inLanguage": page.locale.language_code,
        "datePublished": page.date.isoformat(),
        "dateModified": (page.updated_on or page.date).isoformat(),
        "image": social_image(page, request)[0],
        "publisher": {"@id": publisher},
        "author": [
            {"@type": "Person" if author.kind == "person" else "Organization", "name": author.name}
            for author in authors
            if author
        ],
    }
    return _with_comments(data, page, request)


def _with_comments(data: dict, page, request) -> dict:
    """The comments that this page of the conversation shows, and how many there are in all."""
    discussion = discussion_about(page, request.GET.get(PARAMETER))
    if discussion is None or not discussion.count:
        return data
    comments = [
        {
            "@type": "Comment",
            "text": comment.text,
            "url": request.build_absolute_uri(reverse("comments:permalink", args=[comment.pk])),
            "inLanguage": comment.language,
            "dateCreated": comment.written_at.isoformat(),
            "author": {"@type": "Person", "name": comment.name},
        }
        for comment in discussion.comments
    ]
    return data | {"commentCount": discussion.count, "comment": comments}


def _report(page, context, request, publisher: str) -> dict:
    return _article(page, context, request, publisher, kind="Report")


def _event(page, context, request, publisher: str) -> dict:
    data = {
        "@type": "Event",
        "name": page.title,
        "description": page.description,
        "url": page_address(page, request),
        "inLanguage": page.locale.language_code,
        "organizer": {"@id": publisher},
        **_attendance(page),
    }
    start, end = (page.date, page.last_day) if page.all_day else (page.start, page.end)
    if start:
        data["startDate"] = start.isoformat()
    if end:
        data["endDate"] = end.isoformat()
    return data


def _attendance(page) -> dict:
    """Where an event is and how one takes part; nothing while neither is known."""
    told = {"name": page.place_name, "address": page.address}
    place = {} if page.is_online_only else {key: value for key, value in told.items() if value}
    locations = [{"@type": "Place", **place}] * bool(place)
    if page.online_url:
        locations.append({"@type": "VirtualLocation", "url": page.online_url})
    if not locations:
        return {}
    mode = ("Mixed" if place else "Online") if page.online_url else "Offline"
    return {"location": locations, "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode"}


def _member(page, context, request, publisher: str) -> dict:
    data = {
        "@type": "Organization",
        "name": page.title,
        "description": page.short_summary,
        "url": page_address(page, request),
        "memberOf": {"@id": publisher},
    }
    if page.place:
        data["location"] = {
            "@type": "Place",
            "name": page.place.name,
            "geo": {
                "@type": "GeoCoordinates",
                "latitude": page.place.latitude,
                "longitude": page.place.longitude,
            },
        }
    if page.website:
        data["sameAs"] = page.website
    if page.founded:
        data["foundingDate"] = str(page.founded)
    return data


BUILDERS = {
    "newspage": _article,
    "publicationpage": _report,
    "eventpage": _event,
    "memberpage": _member,
}
