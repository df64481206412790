"""Markets that run unattended."""
