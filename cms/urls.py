"""Every address of the site, in one table."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms import health
from cms.api import api
from cms.media import media
from core.admin.footnotes import footnote_window
from headless.views import docs
from home.views import robots

# For whoever runs the site
operations = [
    path("gezond/leeft", health.alive),
    path("gezond/klaar", health.ready),
]

# Files; uploads in object storage are fetched from there
files = [
    path("documenten/", include(wagtaildocs_urls)),
]
if settings.MEDIA_ROOT:
    files.append(path("media/<path:path>", media))

urlpatterns = [
    *operations,
    *files,
    path("admin/", include("users.admin.urls")),  # the door with a second factor, before Wagtail's own
    path("admin/", include(wagtailadmin_urls)),
    path("footnotes/footnotes_modal/", footnote_window),  # where the script of the text editor asks for it
    # What other front ends read and send
    path("api/v1/", docs, name="api_docs"),
    path("api/v1/", api.urls),
    # Sitemap and robots.txt
    path("", include("home.sitemaps")),
    path("robots.txt", robots, name="robots"),
    # Pages last: Dutch at /, the other languages under their code
    *i18n_patterns(
        path("", include("users.urls")),
        path("", include("members.urls")),
        path("", include("search.urls")),
        path("", include("home.urls")),
        path("", include("comments.urls")),
        path("", include("news.urls")),
        path("", include("publications.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

handler403 = "cms.errors.permission_denied"
handler404 = "cms.errors.page_not_found"
handler500 = "cms.errors.server_error"
