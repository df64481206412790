"""Runs in a market: a rep as buyer among several sellers."""
