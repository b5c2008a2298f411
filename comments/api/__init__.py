"""Comments for other front ends: the same guards, forms and services as the pages of the site."""

from comments.api.endpoints import router

__all__ = ["router"]
