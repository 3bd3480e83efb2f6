"""``python -m validator`` does the same as ``copydesk``."""

import gc

# Start-up makes thousands of objects that stay; looking for garbage among them takes a tenth of it.
gc.set_threshold(100_000, 20, 20)

from validator.cli.main import main  # noqa: E402 - the line above must come first

if __name__ == "__main__":
    main()
