"""What Slack accepts as Block Kit, and what a person's choices in it look like."""
