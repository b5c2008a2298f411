"""The screens for staff that several apps share; ``core/wagtail_hooks.py`` puts them in the admin."""
