"""The console's commands by subject."""
