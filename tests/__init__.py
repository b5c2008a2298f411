"""Tests of what spans the apps; each app keeps its own beside its code."""
