"""What is committed of the API: the OpenAPI document, and the TypeScript types that follow from it."""

import json

from django.urls import resolve

from headless.typescript import types_of

DOCUMENT = "docs/openapi.json"
TYPES = "examples/headless/api.d.ts"


def openapi() -> dict:
    """The OpenAPI document of the API that the site serves."""
    # Asked from the table of addresses: the project mounts the routers, and nobody imports the project.
    return resolve("/api/v1/openapi.json").func.keywords["api"].get_openapi_schema()


def written() -> dict[str, str]:
    """The text of each file, by its path."""
    document = openapi()
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    return {DOCUMENT: text, TYPES: types_of(document)}
