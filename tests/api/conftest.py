import json

import pytest

from headless import limits


@pytest.fixture(autouse=True)
def no_requests_so_far():
    """Each test begins with a full budget."""
    limits.forget()


@pytest.fixture
def ask(client, db):
    """Asks the API and gives the body; fails when the status is not the one expected."""

    def get(path, status=200, **query):
        response = client.get(f"/api/v1{path}", query)
        assert response.status_code == status, response.content.decode()
        return json.loads(response.content)

    return get
