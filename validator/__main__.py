"""``python -m validator`` does the same as ``copydesk``."""

from validator.cli.main import main

if __name__ == "__main__":
    main()
