from home.models.navigation import Navigation
from home.models.pages import HomePage, HomePageMember, StandardPage
from home.models.themes import ThemeIndexPage

__all__ = ["HomePage", "HomePageMember", "Navigation", "StandardPage", "ThemeIndexPage"]
