"""Settings that are safe for production; ``dev`` and ``test`` loosen some of them, each with its reason.

One list, although it is long: whoever asks how something is set looks in one place.
"""

from urllib.parse import urlsplit

from cms.logs import configuration
from cms.settings import env

BASE_DIR = env.BASE_DIR

# --- What the environment decides; the README has the table ---

SECRET_KEY = env.read(
    "SECRET_KEY",
    env.secret,
    how_to="50 random characters; python3 -c 'import secrets; print(secrets.token_urlsafe(50))' makes them",
)
ALLOWED_HOSTS = env.read(
    "ALLOWED_HOSTS", env.host_names, how_to="the names of the site, such as example.org,www.example.org"
)
PUBLIC_URL = env.read("PUBLIC_URL", env.origin, how_to="where visitors find it, such as https://example.org")
DATABASE = env.read(
    "DATABASE_URL",
    env.database,
    how_to="such as postgres://user:password@host/name or sqlite:////srv/site/db.sqlite3",
)
CACHE = env.read(
    "CACHE_URL",
    env.cache,
    default=f"file://{BASE_DIR}/var/cache",
    how_to="such as redis://host:6379/0, or file:///srv/site/cache for a site on one machine",
)
MAIL = env.read("EMAIL_URL", env.mail, how_to="such as submission://user:password@mail.example.org:587")
MAIL_FROM = env.read(
    "MAIL_FROM", env.optional(env.sender), default="", how_to="the sender of mail, such as site@example.org"
)
MEDIA = env.media()
TRUSTED_PROXIES = env.read(
    "TRUSTED_PROXIES",
    env.whole_number,
    default="0",
    how_to="how many proxies of your own stand before the site, each adding to X-Forwarded-For",
)
LANGUAGES = env.read(
    "CONTENT_LANGUAGES",
    env.languages,
    default="nl,en",
    how_to="language codes, such as nl,en; Dutch is always the first",
)
MACHINE_TRANSLATOR_URL = env.read(
    "MACHINE_TRANSLATOR_URL", env.optional(env.web_address), default="", how_to="a LibreTranslate server"
)
MACHINE_TRANSLATOR_KEY = env.read("MACHINE_TRANSLATOR_KEY", env.text, default="", how_to="its key, if any")
TASKS_BACKEND = env.read(
    "TASKS", env.one_of("immediate", "database"), default="immediate", how_to="database needs a worker"
)
API_ORIGINS = env.read(
    "API_ORIGINS",
    env.origins,
    default="",
    how_to="the sites of others whose pages may ask the API, such as https://app.example.org,https://example.net",
)
PREVIEW_URL = env.read(
    "PREVIEW_URL",
    env.optional(env.web_address),
    default="",
    how_to="where another front end shows previews, such as https://app.example.org/preview",
)
LOG_LEVEL = env.read("LOG_LEVEL", env.one_of(*env.LOG_LEVELS), default="INFO", how_to="such as WARNING")
env.stop_on_problems()

DEBUG = False

# --- Apps, middleware, templates ---

INSTALLED_APPS = [
    "headless",
    "home",
    "search",
    "members",
    "publications",
    "news",
    "comments",
    "core",
    "users",
    "wagtail_localize",
    "wagtail_localize.locales",  # takes the place of wagtail.locales
    "wagtail_footnotes",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",  # for its translations: Wagtail says "16 seconds ago" with it
]

MIDDLEWARE = [
    "cms.middleware.head_without_body",
    "cms.middleware.client_address",
    "cms.middleware.response_headers",
    "cms.middleware.ContentSecurityPolicy",
    "django.middleware.security.SecurityMiddleware",
    "cms.middleware.CompressText",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "headless.middleware.ApiManners",
    "django.middleware.http.ConditionalGetMiddleware",
    "cms.middleware.small_posts",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.middleware.language_from_path",
    "core.middleware.RememberSite",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

APPEND_SLASH = False  # cms.errors does it, for pages that exist; others are "not found" at once
ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# --- Database, cache, search, slow work ---

if DATABASE["ENGINE"].endswith("sqlite3"):
    DATABASE["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",  # a write asks for its lock at the start, so it waits
        "timeout": 20,
        # FULL: what was acknowledged survives a power cut, which NORMAL does not promise
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-32000;",
    }
else:
    DATABASE["OPTIONS"] = {
        "connect_timeout": 5,
        # jit: to compile a query of a page takes longer (0.1 s) than to answer it
        "options": "-c lock_timeout=20s -c jit=off",
        **DATABASE.get("OPTIONS", {}),  # what the address says, such as sslmode
    }
    INSTALLED_APPS.append("django.contrib.postgres")  # its search; without PostgreSQL only a slower start
DATABASES = {"default": DATABASE}
CACHES = {"default": CACHE}
# Which class finds pages for visitors (search/matching.py); the admin searches with the backend below.
SEARCH_MATCHER = "search.matching.TableMatcher"
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "modelsearch.backends.database", "SEARCH_CONFIG": "dutch"},
}
TASKS = {
    "default": {
        "BACKEND": {
            "immediate": "django_tasks.backends.immediate.ImmediateBackend",
            "database": "django_tasks_db.DatabaseBackend",
        }[TASKS_BACKEND]
    }
}

# --- Languages ---

LANGUAGE_CODE = "nl"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["cms.formats"]
TIME_ZONE = "Europe/Amsterdam"
if MACHINE_TRANSLATOR_URL:
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
        "OPTIONS": {"LIBRETRANSLATE_URL": MACHINE_TRANSLATOR_URL, "API_KEY": MACHINE_TRANSLATOR_KEY},
    }

# --- Files ---

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "cms.style_sheets.JoiningFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
JOINED_STYLE_SHEETS = BASE_DIR / "var" / "style_sheets"
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's pages need our files
MEDIA_ROOT = MEDIA["root"]
MEDIA_URL = MEDIA["url"]
STORAGES = {
    "default": MEDIA["storage"],
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- Who may do what ---

AUTH_USER_MODEL = "users.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "sign_in"  # members; staff have the admin's own door
LOGIN_REDIRECT_URL = "portal"
SIGN_IN_COOKIE = "sign-in"  # tells, for a day, which browser asked for a mail to sign in
WAGTAILADMIN_USER_LOGIN_FORM = "users.forms.StaffLoginForm"
OTP_TOTP_ISSUER = "LSA bewoners"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie for a message to staff
CSRF_FAILURE_VIEW = "cms.errors.csrf_failure"
# The page editor sends several fields for each block; forms of visitors are held to less (cms.middleware).
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# --- What the answers tell a browser ---

SECURE_SSL_REDIRECT = PUBLIC_URL.startswith("https://")
SECURE_REDIRECT_EXEMPT = [r"^gezond/"]  # asked by machines behind the proxy
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# HSTS for all subdomains, and in the browsers' own list: the association has names that are not this site.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
PERMISSIONS_POLICY = (
    "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()"
)

_MEDIA_ORIGIN = MEDIA["origins"]
_PREVIEW_ORIGIN = [f"{parts.scheme}://{parts.netloc}" for parts in [urlsplit(PREVIEW_URL)] if PREVIEW_URL]
_VIDEO = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]  # only after a click
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", *_MEDIA_ORIGIN],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "media-src": ["'self'", *_MEDIA_ORIGIN],
        "frame-src": _VIDEO,
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
ADMIN_CONTENT_SECURITY_POLICY = CONTENT_SECURITY_POLICY["DIRECTIVES"] | {
    "script-src": ["'self'", "'unsafe-inline'"],  # Wagtail starts its date and page choosers so
    "style-src": [
        "'self'",
        "'unsafe-hashes'",
        # the one style attribute in the editor: the margin of a footnote's number
        "'sha256-73t2YvTaQODMQJROV/FnNkmesIaiX3OFw7CIMlVnztY='",
        # the empty style element that the translators' tool fills by script
        "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        # the numbers of a list within a list, which the text editor writes in a style element
        "'sha256-Mhr2Q/2u+/s2WzwlFRrqCw7x0IU+emukGS8Q9RtPZ44='",
    ],
    "img-src": ["'self'", "data:", "blob:", *_MEDIA_ORIGIN],
    "frame-src": ["'self'", *_VIDEO, *_PREVIEW_ORIGIN],  # the preview panel
    "frame-ancestors": ["'self'"],
}

# --- Mail and log ---

globals().update(MAIL)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = MAIL_FROM or f"website@{urlsplit(PUBLIC_URL).hostname}"
LOGGING = configuration(LOG_LEVEL)

# --- Wagtail ---

WAGTAIL_SITE_NAME = "LSA bewoners"
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "core.admin.rich_text.SiteRichTextArea"}}
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
# As people write it here; without these the date picker replaces a Dutch date by today's.
WAGTAIL_DATE_FORMAT = "%d-%m-%Y"
WAGTAIL_DATETIME_FORMAT = "%d-%m-%Y %H:%M"
# A save that is still under way when somebody approves the page would take it off line again.
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # "ván" becomes "van" in the address
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no page asks another site for anything
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILEMBEDS_FINDERS = []
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # a translation starts as a draft, also of a live page
WAGTAILIMAGES_IMAGE_MODEL = "core.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.image_forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_MODEL = "core.CustomDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "core.document_forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "epub", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # so that restrictions of a collection hold
TAGGIT_CASE_INSENSITIVE = True
