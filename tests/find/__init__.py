"""Search, tried in a real browser against a plain scan."""
