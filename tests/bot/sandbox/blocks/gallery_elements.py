"""Every interactive element, in the block and on the surface where it may stand."""

from tests.bot.sandbox.blocks.gallery_layout import RICH_TEXT
from tests.bot.sandbox.blocks.pieces import Json, actions, ask, button, confirm, mrkdwn, option, plain

PACKS = [option("Car sales", "car_sales"), option("Software renewal", "saas_renewal"), option("Job offer", "job_offer")]
PACK_GROUPS = [
    {"label": plain("Selling"), "options": PACKS[:2]},
    {"label": plain("Career"), "options": PACKS[2:]},
]
EXTRAS = [
    {"text": mrkdwn("*Mats*, all-weather"), "value": "mats", "description": mrkdwn("Cost you _$120_")},
    option("Tow hitch", "hitch", description=plain("Costs you $340")),
    option("Extended warranty", "warranty"),
]


def select(kind: str, action_id: str, placeholder: str, **more: object) -> Json:
    """A menu of any kind."""
    return {"type": kind, "action_id": action_id, "placeholder": plain(placeholder), **more}


BUTTONS = actions(
    button("retry", "Retry this seed", value="18422", style="primary"),
    button("new", "New seed", value="car_sales"),
    button("guide", "Open the guide", url="https://example.com/guide", accessibility_label="Open the trainer's guide"),
    button(
        "end",
        "End the run",
        style="danger",
        confirm=confirm("End this run?", "It will be scored *as it stands*.", "End it", "Keep going", style="danger"),
    ),
)
SELECTS = actions(
    select("static_select", "pack", "Choose a pack", options=PACKS, initial_option=PACKS[0]),
    select("external_select", "seed", "Find a seed", min_query_length=2),
    select("users_select", "rep", "Choose a rep"),
    select("conversations_select", "where", "Choose a conversation", filter={"include": ["public", "private"]}),
    select("channels_select", "channel", "Choose a channel"),
)
MULTI_SELECTS = actions(
    select("multi_static_select", "packs", "Choose packs", option_groups=PACK_GROUPS, max_selected_items=2),
    select("multi_external_select", "seeds", "Find seeds", min_query_length=1),
    select("multi_users_select", "reps", "Choose reps", max_selected_items=5),
    select("multi_conversations_select", "places", "Choose conversations", default_to_current_conversation=True),
    select("multi_channels_select", "channels", "Choose channels"),
)
PICKERS = actions(
    {"type": "datepicker", "action_id": "day", "initial_date": "2026-03-02", "placeholder": plain("A day")},
    {"type": "timepicker", "action_id": "hour", "initial_time": "09:30", "timezone": "Europe/Madrid"},
)
CHOICES = actions(
    {"type": "checkboxes", "action_id": "extras", "options": EXTRAS, "initial_options": EXTRAS[:1]},
    {"type": "radio_buttons", "action_id": "level", "options": EXTRAS[1:], "initial_option": EXTRAS[1]},
    {
        "type": "overflow",
        "action_id": "more",
        "options": [
            option("Share with Mei", "share"),
            option("The guide", "guide", url="https://example.com/guide"),
        ],
    },
)

ELEMENT_BLOCKS: dict[str, Json] = {
    "buttons": BUTTONS,
    "selects": SELECTS,
    "multi-selects": MULTI_SELECTS,
    "pickers": PICKERS,
    "choices": CHOICES,
    "section with a menu": {
        "type": "section",
        "text": mrkdwn("Practise with"),
        "accessory": select("static_select", "pack", "Choose a pack", option_groups=PACK_GROUPS),
    },
    "section with an overflow": {
        "type": "section",
        "text": mrkdwn("*Run 12*: deal at $33,300"),
        "accessory": CHOICES["elements"][2],
    },
    "section with a datepicker": {
        "type": "section",
        "text": mrkdwn("When shall we practise next?"),
        "accessory": PICKERS["elements"][0],
    },
    "input, plain_text_input": ask(
        "What was your walk-away price?",
        {
            "type": "plain_text_input",
            "action_id": "answer",
            "placeholder": plain("33,000 out the door"),
            "min_length": 2,
            "max_length": 200,
        },
        hint=plain("A number and what it includes."),
    ),
    "input, several lines": ask(
        "What would you do differently?",
        {
            "type": "plain_text_input",
            "action_id": "answer",
            "multiline": True,
            "initial_value": "Ask more,\noffer less.",
        },
        optional=True,
    ),
    "input, static_select": ask("Pack", {"type": "static_select", "action_id": "answer", "options": PACKS}),
    "input, checkboxes": ask(
        "Extras you may give away", {"type": "checkboxes", "action_id": "answer", "options": EXTRAS}, optional=True
    ),
    "input, radio_buttons": ask("Level", {"type": "radio_buttons", "action_id": "answer", "options": PACKS}),
    "input that dispatches": ask(
        "Seed",
        {
            "type": "plain_text_input",
            "action_id": "answer",
            "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed", "on_character_entered"]},
        },
        dispatch_action=True,
    ),
    "input, external_select": ask(
        "Seed", {"type": "external_select", "action_id": "answer", "initial_option": option("18422", "18422")}
    ),
    "input, multi_users_select": ask(
        "Invite", {"type": "multi_users_select", "action_id": "answer", "max_selected_items": 3}, optional=True
    ),
    "input with the focus": ask(
        "Nickname", {"type": "plain_text_input", "action_id": "answer", "focus_on_load": True}, optional=True
    ),
}

MESSAGE_BLOCKS: dict[str, Json] = {
    "workflow_button": actions(
        {
            "type": "workflow_button",
            "action_id": "review",
            "text": plain("Ask for a review"),
            "workflow": {
                "trigger": {
                    "url": "https://slack.com/shortcuts/Ft0000000001/000000000000000000000000",
                    "customizable_input_parameters": [{"name": "run", "value": "run_1"}],
                }
            },
        }
    ),
}

HOME_BLOCKS: dict[str, Json] = {
    "input, rich_text_input": ask(
        "Notes for your trainer",
        {
            "type": "rich_text_input",
            "action_id": "answer",
            "placeholder": plain("What you noticed"),
            "initial_value": RICH_TEXT,
        },
    ),
}

MODAL_BLOCKS: dict[str, Json] = {
    "input, email_text_input": ask(
        "Where shall the report go?",
        {"type": "email_text_input", "action_id": "answer", "placeholder": plain("ana@example.com")},
    ),
    "input, url_text_input": ask(
        "Listing", {"type": "url_text_input", "action_id": "answer", "initial_value": "https://example.com/listing"}
    ),
    "input, number_input": ask(
        "List price",
        {
            "type": "number_input",
            "action_id": "answer",
            "is_decimal_allowed": True,
            "min_value": "1000",
            "max_value": "99999.99",
            "initial_value": "36200",
        },
    ),
    "input, file_input": ask(
        "Your notes", {"type": "file_input", "action_id": "answer", "filetypes": ["pdf", "txt"], "max_files": 3}
    ),
    "input, conversations_select": ask(
        "Post the result in",
        {
            "type": "conversations_select",
            "action_id": "answer",
            "default_to_current_conversation": True,
            "response_url_enabled": True,
            "filter": {"include": ["public"], "exclude_bot_users": True, "exclude_external_shared_channels": True},
        },
    ),
}

DATETIME_BLOCKS: dict[str, Json] = {
    "datetimepicker": actions(
        {"type": "datetimepicker", "action_id": "when", "initial_date_time": 1764000000},
    ),
    "input, datetimepicker": ask("When", {"type": "datetimepicker", "action_id": "answer"}),
}
