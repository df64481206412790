"""What a person can do in the page, as one HTTP call each."""
