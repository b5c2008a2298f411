"""What a page type needs so that visitors may comment on its pages."""

from django.db import models

from comments.models.panel import DiscussionPanel


class CommentableMixin(models.Model):
    """Makes a page type one that visitors may comment on; stands before ``Page``.

    Its template prints the conversation with ``{% discussion page %}`` (comment_tags). No column is added to the
    page: rules live in the tree (``SectionRule``), what is said in ``Conversation``.
    """

    takes_comments = True
    discussion_panel = DiscussionPanel()

    class Meta:
        abstract = True
