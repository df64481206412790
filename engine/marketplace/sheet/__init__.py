"""A market as its manager writes it: plain lines that are read into a market, and a market printed as such lines."""
