"""Files: what they are, how they arrive, and how Slack writes them."""
