"""What somebody who signed in for a group sees: writing, sending, people, and the own data."""
