"""``python -m validator`` does the same as ``copydesk``."""

import gc
import os

# Start-up makes thousands of objects that stay; looking for garbage among them takes a tenth of it.
gc.set_threshold(300_000, 20, 20)
# What Arrow's own allocator keeps for later is 20 to 40 MB in every process.
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")

from validator import arrow  # noqa: E402 - the lines above must come first
from validator.cli.main import main  # noqa: E402

arrow.own_process = True

if __name__ == "__main__":
    main()
