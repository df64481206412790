"""A local throwaway Slack on 127.0.0.1 that imports nothing of the rest of Haggle."""
