from core.blocks.story import StoryBlock
from core.blocks.values import Heading

__all__ = ["Heading", "StoryBlock"]
