"""What people and the app can do in the workspace, each act with its events."""
