"""Members (residents' groups), writing to one, and becoming one, for other front ends."""

from members.api.applications import router as applications_router
from members.api.messages import router as messages_router
from members.api.profiles import Member, member_of
from members.api.profiles import router as profiles_router

ROUTERS = [profiles_router, messages_router, applications_router]

__all__ = ["ROUTERS", "Member", "member_of"]
