from django.urls import path
from django.utils.translation import gettext_lazy as _

from comments.feeds import ConversationFeed
from comments.views import own, people, reading, reporting, writing

app_name = "comments"
urlpatterns = [
    # Anybody
    path(_("comments/write/<row:page_id>/"), writing.write, name="write"),
    path(_("comments/challenge/<row:page_id>/"), writing.challenge, name="challenge"),
    path(_("comments/rules/"), reading.house_rules, name="house_rules"),
    path(_("comments/<row:pk>/"), reading.permalink, name="permalink"),
    path(_("comments/<row:pk>/report/"), reporting.report, name="report"),
    path(_("feeds/comments/<row:page_id>/"), ConversationFeed(), name="feed"),
    # Who wrote, by a private link
    path(_("comments/status/<str:token>/"), own.status, name="status"),
    path(_("comments/status/<str:token>/change/"), own.change, name="change"),
    path(_("comments/status/<str:token>/delete/"), own.delete, name="delete"),
    path(_("comments/confirm/<str:token>/"), own.confirm, name="confirm"),
    path(_("comments/unfollow/<str:token>/"), own.unfollow, name="unfollow"),
    path(_("comments/unfollow-all/<str:token>/"), own.unfollow_all, name="unfollow_all"),
    # Who reported, or asks for data
    path(_("comments/receipt/<str:token>/"), reporting.receipt, name="receipt"),
    path(_("comments/data/"), people.ask_data, name="ask_data"),
    path(_("comments/data/<str:token>/"), people.data, name="data"),
]
