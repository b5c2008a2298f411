"""The base of all schemas of the API."""

from pydantic import BaseModel, ConfigDict


class Schema(BaseModel):
    """What an answer holds. Built from named values only, so that nothing leaves that was not named."""


class Sent(BaseModel):
    """What a client sends: a field that we do not know is refused."""

    model_config = ConfigDict(extra="forbid")
