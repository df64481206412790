"""What makes the clock tick."""
