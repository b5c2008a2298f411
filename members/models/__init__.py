from members.models.pages import MemberIndexPage, MemberPage, MemberPageTag, MemberPhoto
from members.models.places import Place

__all__ = ["MemberIndexPage", "MemberPage", "MemberPageTag", "MemberPhoto", "Place"]
