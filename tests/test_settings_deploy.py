"""The settings of production, as Django itself and the database see them."""

import json
import subprocess
import sys

from tests.production import ROOT, environment

FACTS = """
import json, django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.db import connection
call_command("check", deploy=True, fail_level="WARNING")
with connection.cursor() as cursor:
    pragmas = {}
    for name in ("journal_mode", "synchronous", "busy_timeout"):
        cursor.execute(f"PRAGMA {name}")
        pragmas[name] = cursor.fetchone()[0]
print(json.dumps({
    "pragmas": pragmas,
    "transaction_mode": connection.transaction_mode,
    "persistent": connection.settings_dict["CONN_MAX_AGE"] > 0,
    "health_checks": connection.settings_dict["CONN_HEALTH_CHECKS"],
    "debug": settings.DEBUG,
    "static": settings.STORAGES["staticfiles"]["BACKEND"],
    "hsts": settings.SECURE_HSTS_SECONDS,
    "proxy_header": settings.SECURE_PROXY_SSL_HEADER,
}))
"""


def test_settings_of_production_pass_the_deployment_check(tmp_path):
    settings = {
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
        "MEDIA_ROOT": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "cms.settings.base",
    }
    result = subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning:cms", "-c", FACTS],
        cwd=ROOT,
        env=environment(**settings),
        capture_output=True,
        text=True,
    )

    assert result.returncode == 0, result.stderr
    first, facts = result.stdout.splitlines()
    assert first.startswith("System check identified no issues")
    assert json.loads(facts) == {
        "pragmas": {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 20000},
        "transaction_mode": "IMMEDIATE",
        "persistent": True,
        "health_checks": True,
        "debug": False,
        "static": "whitenoise.storage.CompressedManifestStaticFilesStorage",
        "hsts": 31536000,
        "proxy_header": None,
    }


def test_address_of_postgresql_keeps_its_options_beside_ours(tmp_path):
    settings = {
        "DATABASE_URL": "postgres://user:secret@127.0.0.1/site?sslmode=require",
        "MEDIA_ROOT": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "cms.settings.base",
    }
    code = "import json; from django.conf import settings; print(json.dumps(settings.DATABASES['default']['OPTIONS']))"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(**settings), capture_output=True, text=True
    )

    assert json.loads(result.stdout) == {
        "connect_timeout": 5,
        "options": "-c lock_timeout=20s -c jit=off",
        "sslmode": "require",
    }
