"""Settings: ``base`` is safe for production, ``dev`` and ``test`` only loosen it."""
