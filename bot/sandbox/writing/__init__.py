"""What a person writes, turned into what Slack's clients make of it: text and rich text."""
