"""`python -m showcase`: the command, where scripts are not on the path (Windows)."""

import sys

from showcase.cli import main

sys.exit(main())
