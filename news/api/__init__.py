"""News and events for other front ends."""

from news.api.articles import router as news_router
from news.api.events import router as events_router

__all__ = ["events_router", "news_router"]
