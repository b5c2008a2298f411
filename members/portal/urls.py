from django.urls import path
from django.utils.translation import gettext_lazy as _

from members.portal import (
    account_views,
    people_views,
    photo_views,
    privacy_views,
    sending_views,
    story_views,
    views,
)

urlpatterns = [
    path(_("my/"), views.home, name="portal"),
    path(_("my/data/"), privacy_views.my_data, name="my_data"),
    path(_("my/data/name/"), account_views.my_name, name="my_name"),
    path(_("my/data/address/"), account_views.my_address, name="my_address"),
    path(_("my/data/address/<str:secret>/"), account_views.my_address_confirm, name="my_address_confirm"),
    path(_("my/data/download/"), privacy_views.download, name="my_data_download"),
    path(_("my/gone/"), privacy_views.account_gone, name="account_gone"),
    path(_("my/<row:pk>/"), views.group, name="portal_group"),
    path(_("my/<row:pk>/mail/"), views.mute, name="portal_mute"),
    path(_("my/<row:pk>/story/"), story_views.story, name="portal_story"),
    path(_("my/<row:pk>/photos/"), photo_views.photos, name="portal_photos"),
    path(_("my/<row:pk>/photos/<row:image>/off/"), photo_views.take_photo_off, name="portal_photo_off"),
    path(_("my/<row:pk>/preview/"), sending_views.preview, name="portal_preview"),
    path(_("my/<row:pk>/send/"), sending_views.send, name="portal_send"),
    path(_("my/<row:pk>/back/"), sending_views.back, name="portal_back"),
    path(_("my/<row:pk>/offline/"), sending_views.offline, name="portal_offline"),
    path(_("my/<row:pk>/differences/"), sending_views.differences, name="portal_differences"),
    path(_("my/<row:pk>/people/"), people_views.people, name="portal_people"),
    path(
        _("my/<row:pk>/people/invitation/<row:invitation>/revoke/"),
        people_views.revoke_invitation,
        name="portal_revoke",
    ),
    path(_("my/<row:pk>/people/<row:person>/remove/"), people_views.remove, name="portal_remove"),
    path(_("my/<row:pk>/people/<row:person>/owner/"), people_views.make_owner, name="portal_owner"),
    path(_("my/<row:pk>/step/<slug:name>/"), views.step, name="portal_step"),
]
