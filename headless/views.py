"""A page to try the API on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Every endpoint with its parameters and a button that asks it. It is built from the document, by a script."""
    return render(request, "headless/docs.html")
