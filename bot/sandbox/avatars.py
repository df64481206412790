"""The pictures of people and of the app: their initials on their colour, served by the sandbox itself."""

from hashlib import sha256
from html import escape

from bot.sandbox.records import Person
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Workspace

SIZES = (24, 32, 48, 72, 192, 512)
APP_SIZES = (36, 48, 72)
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 72 72">'
    '<rect width="72" height="72" fill="#{color}"/>'
    '<text x="36" y="46" fill="#fff" font-family="sans-serif" font-size="28" font-weight="700" text-anchor="middle">'
    "{initials}</text></svg>"
)


def avatar_hash(person: Person) -> str:
    """A mark of the person's picture, which changes with it."""
    return "g" + sha256(f"{person.color} {_initials(person)}".encode()).hexdigest()[:11]


def avatar_addresses(workspace: Workspace, person: Person, sizes: tuple[int, ...] = SIZES) -> Json:
    """Where the person's picture is to be had, as `image_<size>` for each size in pixels."""
    return {f"image_{size}": f"{workspace.url}/avatars/{person.id}/{avatar_hash(person)}_{size}.svg" for size in sizes}


def app_icons(workspace: Workspace) -> Json:
    """Where the app's picture is to be had."""
    return avatar_addresses(workspace, workspace.people[workspace.app.bot_user_id], APP_SIZES)


def draw(person: Person, size: int) -> str:
    """The person's picture as SVG, `size` pixels wide and high."""
    return _DRAWING.format(size=size, color=escape(person.color), initials=_initials(person))


def _initials(person: Person) -> str:
    words = ["".join(letter for letter in word if letter.isalnum()) for word in person.real_name.split()]
    firsts = [word[0] for word in words if word]
    return (firsts[0] + firsts[-1] if len(firsts) > 1 else "".join(firsts) or "?").upper()
