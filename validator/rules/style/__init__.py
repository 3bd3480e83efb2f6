"""House style: one spelling for one word."""
