from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from members import views

urlpatterns = [
    path(_("join/"), views.join, name="join"),
    path(_("join/received/"), views.join_received, name="join_received"),
    path(_("join/confirm/<str:secret>/"), views.join_confirm, name="join_confirm"),
    path(_("invitation/<str:secret>/"), views.invitation, name="invitation"),
    path(_("still-right/<str:token>/"), views.still_right, name="still_right"),
    path(_("write/<row:pk>/"), views.write_to_group, name="write_to_group"),
    path(_("write/sent/"), views.message_sent, name="message_sent"),
    path(_("photo/<row:pk>/<row:image>/"), views.photo_off, name="photo_off"),
    path(_("photo/done/"), views.photo_off_done, name="photo_off_done"),
    path("", include("members.portal.urls")),
]
