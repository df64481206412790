"""A person at the page: what they see and press."""

from typing import Literal

from playwright.async_api import Browser, Locator, Page, ViewportSize

Theme = Literal["light", "dark"]
DESKTOP = ViewportSize(width=1360, height=850)
PHONE = ViewportSize(width=390, height=844)
SIZES = (DESKTOP, PHONE)
THEMES: tuple[Theme, ...] = ("light", "dark")


class Desk:
    """One open page of a sandbox."""

    def __init__(self, url: str, page: Page) -> None:
        self.url = url
        self.page = page
        self.problems: list[str] = []
        page.on("pageerror", lambda problem: self.problems.append(str(problem)))

    @property
    def channel(self) -> Locator:
        """The channel pane."""
        return self.page.locator(".channel-pane")

    @property
    def thread(self) -> Locator:
        """The thread pane."""
        return self.page.locator(".thread-pane")

    @property
    def dialog(self) -> Locator:
        """The modal or question on top."""
        return self.page.locator("dialog[open]").last

    def message(self, words: str, pane: Locator | None = None) -> Locator:
        """The last message that holds `words`, in the channel unless another pane is given."""
        return (pane or self.channel).locator("article.message", has_text=words).last

    async def go(self, **where: str) -> None:
        """Opens the place that the address names."""
        address = "&".join(f"{name}={value}" for name, value in where.items())
        await self.page.goto(f"{self.url}/#{address}")
        await self.page.locator(".composer-box, .home").first.wait_for()

    async def write(self, words: str, pane: Locator | None = None) -> None:
        """Types `words` into the composer and sends them."""
        box = (pane or self.channel).locator(".composer-box")
        await box.fill(words)
        await box.press("Enter")

    async def use(self, message: Locator, tool: str) -> None:
        """Points at a message and presses one of its tools."""
        await message.hover()
        await message.get_by_label(tool).click()


async def open_desk(
    browser: Browser, url: str, where: dict[str, str], size: ViewportSize = DESKTOP, theme: Theme = "light"
) -> Desk:
    """A page of its own at a place in the sandbox at `url`, for a person who prefers that theme and little motion."""
    context = await browser.new_context(viewport=size, color_scheme=theme, reduced_motion="reduce")
    desk = Desk(url, await context.new_page())
    await desk.go(**where)
    return desk
