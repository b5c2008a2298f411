from members.models.joining import Application
from members.models.pages import MemberIndexPage, MemberPage, MemberPageTag, MemberPhoto
from members.models.people import Invitation, Membership
from members.models.places import Place
from members.models.settings import MemberSettings
from members.models.story import Consent, ConsentText, GuidingQuestion, Participation, PhotoReport

__all__ = [
    "Application",
    "Consent",
    "ConsentText",
    "GuidingQuestion",
    "Invitation",
    "MemberIndexPage",
    "MemberPage",
    "MemberPageTag",
    "MemberPhoto",
    "MemberSettings",
    "Membership",
    "Participation",
    "PhotoReport",
    "Place",
]
