"""How payloads reach the app: Socket Mode or signed HTTP, acknowledged or sent again."""
