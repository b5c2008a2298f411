"""What search reads of a block."""

from wagtail.blocks import ChoiceBlock


class ChoicesAreNoText:
    """For a ``StructBlock``: search does not find a page by the label of a choice, such as “Chapter (H2)”."""

    def get_searchable_content(self, value) -> list[str]:
        """The texts of the other blocks."""
        texts = []
        for name, block in self.child_blocks.items():
            if not isinstance(block, ChoiceBlock):
                texts += block.get_searchable_content(value.get(name, block.get_default()))
        return texts
