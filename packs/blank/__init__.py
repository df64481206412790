"""What a new pack begins as."""
