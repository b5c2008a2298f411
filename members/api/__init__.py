"""Members (residents' groups), and the form with which visitors write to one, for other front ends."""

from members.api.messages import router as messages_router
from members.api.profiles import Member, member_of
from members.api.profiles import router as profiles_router

ROUTERS = [profiles_router, messages_router]

__all__ = ["ROUTERS", "Member", "member_of"]
