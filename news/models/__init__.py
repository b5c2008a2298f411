from news.models.articles import NewsIndexPage, NewsPage, NewsPageTag, NewsRelatedPage
from news.models.events import EventIndexPage, EventPage, EventPageTag

__all__ = [
    "EventIndexPage",
    "EventPage",
    "EventPageTag",
    "NewsIndexPage",
    "NewsPage",
    "NewsPageTag",
    "NewsRelatedPage",
]
