from publications.models.pages import (
    PublicationAuthor,
    PublicationFile,
    PublicationIndexPage,
    PublicationPage,
    PublicationPageTag,
    PublicationPartner,
    PublicationRelatedPage,
)
from publications.models.snippets import PublicationKind, PublicationSeries

__all__ = [
    "PublicationAuthor",
    "PublicationFile",
    "PublicationIndexPage",
    "PublicationKind",
    "PublicationPage",
    "PublicationPageTag",
    "PublicationPartner",
    "PublicationRelatedPage",
    "PublicationSeries",
]
