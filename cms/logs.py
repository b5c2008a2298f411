"""One JSON line per event, from the site and from the server alike, without what does not belong in a log."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

from gunicorn.glogging import Logger
from pythonjsonlogger.json import JsonFormatter

# What a log call may add with ``extra=``; anything else (Django adds the whole request) stays out.
EXTRAS = ("address", "agent", "bytes", "method", "milliseconds", "path", "status", "status_code", "task")
E_MAIL = re.compile(r"[\w.+-]+(?=@[\w-]+\.\w)")
MAX_LENGTH = 500  # of a path or browser name, which a visitor chooses


class JsonLines(JsonFormatter):
    """Writes a record as one line of ASCII JSON: no control character survives, e-mail names are masked."""

    def add_fields(
        self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]
    ) -> None:
        """Fill the line; the message is formatted already."""
        log_data["time"] = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        log_data["level"] = record.levelname
        log_data["logger"] = record.name
        log_data["message"] = E_MAIL.sub("***", record.getMessage())
        log_data.update({name: vars(record)[name] for name in EXTRAS if name in vars(record)})
        if record.exc_info:
            log_data["traceback"] = E_MAIL.sub("***", self.formatException(record.exc_info))

    def jsonify_log_record(self, log_data: dict[str, Any]) -> str:
        """Return the line; JSON itself leaves only DEL as it is."""
        return json.dumps(log_data, ensure_ascii=True, default=str).replace("\x7f", "\\u007f")


class ServerLogger(Logger):
    """Gunicorn's logger; its access line leaves out query strings and referrers, which may carry secrets."""

    def access(self, resp, req, environ, request_time) -> None:
        """Write one line about an answered request."""
        self.access_log.info(
            "request",
            extra={
                "method": environ.get("REQUEST_METHOD"),
                "path": environ.get("PATH_INFO", "")[:MAX_LENGTH],
                "status": int(resp.status_code),
                "bytes": resp.sent,
                "milliseconds": round(request_time.total_seconds() * 1000),
                "address": environ.get("REMOTE_ADDR"),
                "agent": environ.get("HTTP_USER_AGENT", "")[:MAX_LENGTH],
            },
        )


def configuration(level: str) -> dict[str, Any]:
    """Return the logging settings for Django and Gunicorn: everything of ``level`` and up goes to stderr."""
    to_console = {"handlers": ["console"], "level": level, "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": to_console,
            # "Not found" and the like stand in the access line already.
            "django.request": {"level": "ERROR"},
            "gunicorn.error": to_console,
            # An access line is asked for by the act of serving, whatever the level.
            "gunicorn.access": {**to_console, "level": "INFO"},
        },
    }
