"""What happens at its time: windows are planned, what is due is posted once, people are reminded."""
