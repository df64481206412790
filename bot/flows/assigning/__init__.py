"""A manager assigns buyers: understood, confirmed, drawn, changed."""
