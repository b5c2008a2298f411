from django.core.management.base import BaseCommand

from users.roles import all_roles, ensure_roles


class Command(BaseCommand):
    help = "Makes the groups of staff as users/roles.py says, and the workflow; running it again changes nothing."

    def handle(self, *args, **options):
        ensure_roles()
        names = ", ".join(role.group_name for role in all_roles())
        self.stdout.write(f"Roles: {names}")
