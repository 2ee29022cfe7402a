"""`python -m peacebrief COMMAND ...`"""

from peacebrief.cli import main

raise SystemExit(main())
