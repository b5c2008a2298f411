"""What the parts of the headless API share; each app has its own ``api`` with schemas and a router."""
