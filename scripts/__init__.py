"""What make and the continuous integration run."""
