"""Accounts, and the codes with which members sign in."""

from datetime import timedelta
from math import ceil

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

CODE_LIVES = timedelta(minutes=10)
ADDRESS_WAITS = timedelta(days=1)
TRIES_PER_CODE = 5
# Seconds that must have passed since the last try before the second, third, fourth and fifth.
PAUSES = (1, 2, 4, 8)


class UserManager(BaseUserManager):
    """Makes users whose login is their e-mail address."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields):
        """A user with the given address; without a password the account has none that works.

        Raises ``ValueError`` when the address is empty.
        """
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields):
        """A user who may do everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str):
        """The user with this login, whatever capitals were typed."""
        return self.get(email__iexact=email)


class User(AbstractUser):
    """Somebody who signs in: staff with a password, a volunteer of a member group with a mailed code.

    The login is the e-mail address. Whoever has the right to enter the admin counts as staff.
    """

    username = None
    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        error_messages={"unique": _("There is already an account with this e-mail address.")},
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = UserManager()

    class Meta(AbstractUser.Meta):
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self):
        return self.get_full_name() or self.email

    @property
    def is_admin_user(self) -> bool:
        """Whether this is staff: then a password is the way in, and no mail is."""
        return self.is_superuser or self.has_perm("wagtailadmin.access_admin")

    def _get_session_auth_hash(self, secret=None):
        """What ends the sessions of this user when it changes: the password, and also the address."""
        return salted_hmac(
            "users.User.session", f"{self.password}:{self.email}", secret=secret, algorithm="sha256"
        ).hexdigest()


class SignInCodeQuerySet(models.QuerySet):
    def usable(self):
        """Codes that may still be tried."""
        return self.filter(used_at=None, tries__lt=TRIES_PER_CODE, created_at__gt=timezone.now() - CODE_LIVES)

    def newest_in(self, browser: str):
        """The code that was asked last in a browser (its hash), as a set of one or none: older ones are dead."""
        newest = self.model.objects.filter(browser=browser).order_by("-pk").values_list("pk", flat=True)
        return self.filter(pk=newest.first() or 0)

    def take_try(self, pk: int) -> bool:
        """Count one try at a code before it is compared; False when none is left or it comes too soon. One
        statement, so that of many tries at the same moment one gets through.
        """
        now = timezone.now()
        rested = Q(tried_at=None)
        for tries, pause in enumerate(PAUSES, start=1):
            rested |= Q(tries=tries, tried_at__lte=now - timedelta(seconds=pause))
        return bool(self.usable().filter(rested, pk=pk).update(tries=F("tries") + 1, tried_at=now))

    def use(self, pk: int) -> bool:
        """Mark a code as used; False when that was done already, or its time is over."""
        fresh = self.filter(pk=pk, used_at=None, created_at__gt=timezone.now() - CODE_LIVES)
        return bool(fresh.update(used_at=timezone.now()))

    def outdated(self):
        """Codes that nobody can use any more, a day after they were asked."""
        return self.filter(created_at__lt=timezone.now() - timedelta(days=1))


class SignInCode(models.Model):
    """One way in, as a link and as six figures; neither is stored, only what they can be compared with.

    Without a ``user`` nobody can sign in with it: the address is not known. It is kept all the same, so that
    asking costs as much for an unknown address.
    """

    user = models.ForeignKey("users.User", models.CASCADE, null=True, related_name="+")
    browser = models.CharField(max_length=64, db_index=True)
    code = models.CharField(max_length=64)
    link = models.CharField(max_length=64, unique=True)
    next_path = models.CharField(max_length=200, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    used_at = models.DateTimeField(null=True)

    objects = SignInCodeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.pk}"

    def seconds_to_wait(self) -> int:
        """How long until this code may be tried again."""
        if self.tried_at is None:
            return 0
        rest = self.tried_at + timedelta(seconds=PAUSES[self.tries - 1]) - timezone.now()
        return max(0, ceil(rest.total_seconds()))


class AddressChangeQuerySet(models.QuerySet):
    def usable(self):
        """Those of which the link still works."""
        return self.filter(created_at__gt=timezone.now() - ADDRESS_WAITS)

    def outdated(self):
        return self.exclude(created_at__gt=timezone.now() - ADDRESS_WAITS)


class AddressChange(models.Model):
    """The new address of an account, until the button is pressed to which a mail to it leads.

    There is one for each account: asking again ends the one before. Of the link a digest is stored. Which address
    has an account already is not to be seen here either; then nobody has the link.
    """

    user = models.OneToOneField("users.User", models.CASCADE, related_name="+")
    email = models.EmailField()
    token = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = AddressChangeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.pk}"

    @property
    def expires_at(self):
        return self.created_at + ADDRESS_WAITS


class ParkedForm(models.Model):
    """What somebody sent that could not be saved, mostly because the session had ended; for the same browser."""

    key = models.CharField(max_length=64, unique=True)
    path = models.CharField(max_length=200)
    answers = models.JSONField()
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.path
