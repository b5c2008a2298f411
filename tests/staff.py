"""Staff at work in the admin: a signed-in browser for each role, and a translator. Registered as a pytest plugin."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from users.models import User
from users.roles import ADMINISTRATOR, COMMENT_MODERATOR, EDITOR, REVIEWER, translator

ROLES = {
    "editor": EDITOR,
    "reviewer": REVIEWER,
    "moderator": COMMENT_MODERATOR,
    "translator": translator("en"),
    "administrator": ADMINISTRATOR,
}


@pytest.fixture
def signed_in(tree):
    """Gives the browser of somebody with a role: ``signed_in("editor")``. The person is its ``user``."""

    def sign_in(role: str) -> Client:
        user = User.objects.create_user(f"{role}@example.org", first_name=role.capitalize())
        user.groups.add(Group.objects.get(name=ROLES[role].group_name))
        client = Client()
        client.force_login(user)
        client.user = user
        return client

    return sign_in


@pytest.fixture
def translate(english):
    """Translates a page or snippet into English as the translators' tool does: ``translate(page)``.

    With ``missing=1`` one text has no translation yet; ``publish=False`` makes a draft. Gives the ``Translation``.
    """

    def make(item, *, missing=0, publish=True) -> Translation:
        source, _created = TranslationSource.get_or_create_from_instance(item)
        translation, _created = Translation.objects.get_or_create(source=source, target_locale=english)
        segments = list(source.stringsegment_set.select_related("string", "context").order_by("order"))
        for segment in segments[: len(segments) - missing]:
            is_slug = segment.context.path == "slug"
            StringTranslation.objects.create(
                translation_of=segment.string,
                locale=english,
                context=segment.context,
                data=f"en-{segment.string.data}" if is_slug else f"English: {segment.string.data}",
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
        translation.save_target(publish=publish)
        return translation

    return make


@pytest.fixture
def english_tree(tree, translate, django_capture_on_commit_callbacks):
    """The tree with its home page and news list in English, live."""
    with django_capture_on_commit_callbacks(execute=True):
        translate(tree.home)
        translate(tree.news_index)
    return tree
