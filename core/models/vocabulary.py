"""What short translated lists (themes, kinds, series) have in common."""

from django.db import models
from wagtail.models import Locale

from core.localization import default_locale
from core.remembered import forget_on_change, remembered


class VocabularyQuerySet(models.QuerySet):
    """A short list of terms that many pages name (themes, kinds), remembered between requests."""

    def in_locale(self, locale: Locale):
        return self.filter(locale=locale)

    def terms(self) -> list:
        """All terms in all languages, in their order."""
        return remembered(self.model._meta.label, lambda: list(self.model._default_manager.all()))

    def shown_in(self, locale: Locale) -> list:
        """The Dutch terms in their order, each in the language ``locale`` where it has been translated."""
        return self.translated(
            [term for term in self.terms() if term.locale_id == default_locale().pk], locale
        )

    def translated(self, terms, locale: Locale) -> list:
        """The given terms, each in the language ``locale`` where it has been translated."""
        if all(term.locale_id == locale.pk for term in terms):
            return list(terms)
        own = {term.translation_key: term for term in self.terms() if term.locale_id == locale.pk}
        return [own.get(term.translation_key, term) for term in terms]


def remember_terms(model) -> None:
    """Keeps what is remembered of a vocabulary true; to be called once for each model that is one."""
    forget_on_change(model._meta.label, model)
