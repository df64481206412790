"""Lines of a list as people write them."""

_BULLETS = ("• ", "* ", "- ", "– ")


def without_bullet(line: str) -> str:
    """The line without what it is listed by, and without spaces around it."""
    plain = line.strip()
    return plain[2:].strip() if plain.startswith(_BULLETS) else plain
