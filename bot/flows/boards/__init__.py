"""Boards: how people do among those who met the same buyers, told kindly."""
