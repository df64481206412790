"""Blocks of text and pictures, and rich text in full."""

from tests.bot.sandbox.blocks.pieces import CAR_IMAGE, LOT_IMAGE, Json, button, image, line, mrkdwn, plain, rich, words

RICH_TEXT: Json = rich(
    line(
        words("Opening offer: "),
        words("$34,900", bold=True),
        words(", not "),
        words("$36,200", strike=True),
        words(". "),
        words("Hold the price", italic=True),
        words(", trade the "),
        words("all_weather_mats", code=True),
        words(". "),
        {"type": "link", "url": "https://example.com/guide", "text": "The guide", "style": {"bold": True}},
        words(" has more; "),
        {"type": "link", "url": "https://example.com/plain"},
        words(" "),
        {"type": "emoji", "name": "handshake", "unicode": "1f91d"},
    ),
    line(
        words("With "),
        {"type": "user", "user_id": "U0000000001"},
        words(" and "),
        {"type": "usergroup", "usergroup_id": "S0000000001"},
        words(" in "),
        {"type": "channel", "channel_id": "C0000000001"},
        words(", "),
        {"type": "broadcast", "range": "here"},
        words(", at "),
        {"type": "date", "timestamp": 1764000000, "format": "{date_short} {time}", "fallback": "24 November"},
        words(", marked "),
        {"type": "color", "value": "#2eb67d"},
    ),
    {
        "type": "rich_text_list",
        "style": "ordered",
        "elements": [line(words("Ask what matters")), line(words("Offer two packages"))],
    },
    {"type": "rich_text_list", "style": "bullet", "indent": 1, "elements": [line(words("Price and mats"))]},
    {"type": "rich_text_list", "style": "ordered", "offset": 2, "elements": [line(words("Agree in writing"))]},
    {"type": "rich_text_quote", "elements": [words("I could go to 33,300 if you throw in the mats.")]},
    {"type": "rich_text_preformatted", "border": 0, "elements": [words("seed   18422\nrounds 11")]},
)

LAYOUT_BLOCKS: dict[str, Json] = {
    "header": {"type": "header", "text": plain("Deal · $33,300 with the all-weather mats")},
    "section": {"type": "section", "text": mrkdwn("*72 / 100*, passed. The pass mark is 60.")},
    "section with fields": {
        "type": "section",
        "text": mrkdwn("*Where the points came from*"),
        "fields": [mrkdwn("*Price*\n31 / 40"), mrkdwn("*Extras*\n22 / 30"), plain("Questions\n19 / 30")],
    },
    "section of fields alone": {"type": "section", "fields": [mrkdwn("*Rounds*\n11"), mrkdwn("*Seed*\n18422")]},
    "section expanded": {"type": "section", "expand": True, "text": mrkdwn("A long account of the talk. " * 30)},
    "section with a button": {
        "type": "section",
        "text": mrkdwn("Your run with *Priya* is still open."),
        "accessory": button("resume", "Resume", value="run_1", style="primary"),
    },
    "section with an image": {
        "type": "section",
        "text": mrkdwn("*2024 mid-size sedan*\nList price $36,200, 42 days on the lot."),
        "accessory": image("A blue sedan on the lot"),
    },
    "divider": {"type": "divider"},
    "context": {
        "type": "context",
        "elements": [image("The persona's portrait"), mrkdwn("Priya, *first-time buyer*"), plain("Seed 18422")],
    },
    "image": {
        "type": "image",
        "title": plain("The car in question"),
        "image_url": LOT_IMAGE,
        "alt_text": "A row of cars, the blue sedan third from the left",
    },
    "image by link": {
        "type": "image",
        "image_url": CAR_IMAGE,
        "alt_text": "A blue sedan",
    },
    "rich_text": RICH_TEXT,
    "video": {
        "type": "video",
        "title": plain("How to open high and stay friendly"),
        "title_url": "https://video.example.com/watch/1",
        "description": plain("Three minutes on the first offer."),
        "video_url": "https://video.example.com/embed/1",
        "thumbnail_url": "https://images.example.com/thumbnail.png",
        "alt_text": "A trainer explains the first offer",
        "author_name": "Mei Tanaka",
        "provider_name": "Practice videos",
        "provider_icon_url": "https://images.example.com/provider.png",
    },
}

ALERT_BLOCKS: dict[str, Json] = {
    f"alert, {level}": {"type": "alert", "level": level, "text": mrkdwn(f"*{title}*. {text}")}
    for level, title, text in (
        ("default", "Heads up", "The run keeps its seed."),
        ("info", "Good to know", "Nobody else sees your score."),
        ("warning", "Nearly there", "Two rounds are left."),
        ("error", "Not saved", "The pack could not be read."),
        ("success", "Saved", "The run starts in a minute."),
    )
}
