"""The headless API: routers are mounted here, nothing else."""

from comments.api import router as comments_router
from headless.api import router as drafts_router
from headless.site_api import SiteAPI
from home.api import ROUTERS as HOME_ROUTERS
from members.api import ROUTERS as MEMBERS_ROUTERS
from news.api import events_router, news_router
from publications.api import router as publications_router
from search.api import router as search_router

DESCRIPTION = """\
Everything the site shows, for another front end. Reading needs no token.

The language is the parameter `locale` and nothing else. Addresses of our pages come as paths, so that you can keep
them. Every answer has an `ETag`: send it back as `If-None-Match` and hear 304 when nothing changed. Errors are
`application/problem+json`. A parameter that we do not know is refused.

Within `v1` we only add: skip fields, block types and kinds that you do not know.
"""

api = SiteAPI(
    title="LSA bewoners",
    version="1.0.0",
    description=DESCRIPTION,
    urls_namespace="api",
    docs_url=None,
    servers=[{"url": "/"}],
)
for router in HOME_ROUTERS:
    api.add_router("", router)
api.add_router("/news", news_router)
api.add_router("/events", events_router)
api.add_router("/publications", publications_router)
for router in MEMBERS_ROUTERS:
    api.add_router("", router)
api.add_router("/search", search_router)
api.add_router("", comments_router)
api.add_router("", drafts_router)
