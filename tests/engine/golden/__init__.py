"""Golden playthroughs: `python -m tests.engine.golden` writes them anew; the test compares."""
