"""Where something is used.

Pages refer to the Dutch version of a snippet (see ``core.localization``); what is in another language shows the
version in that language. So that version is used where something in its language refers to the Dutch one.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import ReferenceIndex, TranslatableMixin
from wagtail.models.reference_index import ReferenceGroups
from wagtail.snippets.views.snippets import UsageView

from core.localization import default_locale


def used_on(objects: Iterable[Model]) -> dict[Model, ReferenceGroups]:
    """The references to each object, by what they stand on.

    One query for all objects; when some are translations, two and one for each kind of source more.
    """
    objects = list(objects)
    sources = _sources(objects)
    together = ReferenceIndex.get_grouped_references_to_in_bulk({*objects, *sources.values()})
    languages = _languages(reference for source in sources.values() for reference in together[source].qs)
    found = {}
    for item in objects:
        references = list(together[item].qs)
        if item in sources:
            references += [
                reference
                for reference in together[sources[item]].qs
                if languages.get(_key(reference)) == item.locale_id
            ]
        found[item] = ReferenceGroups(references)
    return found


def _sources(objects: list[Model]) -> dict[Model, Model]:
    """The Dutch version of each translation among ``objects``."""
    dutch = default_locale()
    translations: dict[type[Model], list[Model]] = defaultdict(list)
    for item in objects:
        if isinstance(item, TranslatableMixin) and item.locale_id != dutch.pk:
            translations[type(item)].append(item)
    sources = {}
    for model, items in translations.items():
        keys = [item.translation_key for item in items]
        found = {
            source.translation_key: source
            for source in model._default_manager.filter(locale=dutch, translation_key__in=keys)
        }
        sources |= {item: found[item.translation_key] for item in items if item.translation_key in found}
    return sources


def _languages(references: Iterable[ReferenceIndex]) -> dict[tuple[int, str], int]:
    """The locale of everything that has one and that a reference stands on."""
    keys: dict[int, set[str]] = defaultdict(set)
    for reference in references:
        keys[reference.base_content_type_id].add(reference.object_id)
    languages = {}
    for content_type, those in keys.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is not None and issubclass(model, TranslatableMixin):
            rows = model._default_manager.filter(pk__in=those).values_list("pk", "locale")
            languages |= {(content_type, str(pk)): locale for pk, locale in rows}
    return languages


def _key(reference: ReferenceIndex) -> tuple[int, str]:
    return reference.base_content_type_id, reference.object_id


class SnippetUsageView(UsageView):
    """The list of where a snippet is used."""

    def get_queryset(self):
        return used_on([self.object])[self.object]
