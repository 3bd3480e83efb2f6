"""What only many articles together can show."""
