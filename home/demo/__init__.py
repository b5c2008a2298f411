"""The demo: a whole site of the association, made from the texts in ``content`` and the files in ``files``."""
