"""Saving a workspace as one JSON document, and bringing it back."""
