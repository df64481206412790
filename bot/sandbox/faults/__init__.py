"""Faults on demand: what goes wrong on the way between an app and Slack, when told to."""
