#!/usr/bin/env python3
"""Django's command line, with the settings for development unless DJANGO_SETTINGS_MODULE says otherwise."""

import os
import sys


def main():
    """Run one management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
