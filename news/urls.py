from django.urls import path
from django.utils.translation import gettext_lazy as _

from news.feeds import NewsFeed
from news.views import calendar_ics, event_ics

urlpatterns = [
    path(_("feeds/news/"), NewsFeed(), name="news_feed"),
    path(_("calendar/events.ics"), calendar_ics, name="calendar_ics"),
    path(_("calendar/<row:pk>.ics"), event_ics, name="event_ics"),
]
