from comments.models.comments import NAME_LENGTH, TEXT_LENGTH, Comment
from comments.models.conversations import Conversation, source_of
from comments.models.mixins import CommentableMixin
from comments.models.people import DataRequest, ModeratorPreference, Report
from comments.models.rules import SectionRule
from comments.models.screening import BlockedSender, SpentProof, WordRule
from comments.models.settings import CommentSettings
from comments.models.texts import CommentTexts, NoticeVersion, RefusalReason

__all__ = [
    "NAME_LENGTH",
    "TEXT_LENGTH",
    "BlockedSender",
    "Comment",
    "CommentSettings",
    "CommentTexts",
    "CommentableMixin",
    "Conversation",
    "DataRequest",
    "ModeratorPreference",
    "NoticeVersion",
    "RefusalReason",
    "Report",
    "SectionRule",
    "SpentProof",
    "WordRule",
    "source_of",
]
