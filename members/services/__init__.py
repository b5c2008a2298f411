"""What changes for members, each in one function: keyword-only, atomic, with the actor as ``by``."""
