"""Measures what a page costs: see ``manage.py benchmark``."""
