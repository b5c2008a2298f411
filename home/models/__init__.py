from home.models.entries import FormEntry
from home.models.forms import FormField, FormPage
from home.models.navigation import Navigation
from home.models.pages import HomePage, HomePageMember, StandardPage
from home.models.themes import ThemeIndexPage

__all__ = [
    "FormEntry",
    "FormField",
    "FormPage",
    "HomePage",
    "HomePageMember",
    "Navigation",
    "StandardPage",
    "ThemeIndexPage",
]
