"""Tokens, webhooks and what was sent, in the admin."""
