"""What there is to play: packs, and the seed packs of one."""

from collections.abc import Mapping, Sequence

from bot.views.blocks import as_text, button, context, escape, header, section
from bot.views.message import Block, Message
from bot.views.start_buttons import NEW_SEED
from engine.panel.difficulty import Difficulty
from engine.scenario.pack import Pack
from engine.scenario.seed_pack import SeedPack


def packs_message(packs: Sequence[Pack], lists: Mapping[str, Sequence[SeedPack]]) -> Message:
    """The installed packs, each with its seed packs and a button that starts somebody new."""
    blocks = [_pack(pack, lists[pack.id]) for pack in packs[:40]]
    return Message(
        f"Packs here: {', '.join(pack.id for pack in packs) or 'none'}.",
        (*blocks, context("`/haggle packs car_sales` shows the seed packs of a pack, with how hard each buyer is.")),
    )


def made_text(listed: SeedPack) -> str:
    """What the manager reads who made it."""
    seeds = ", ".join(f"`{seed}`" for seed in listed.seeds)
    return (
        f"*{as_text(listed.title)}* is a seed pack now: {seeds}. "
        f"`/haggle start {listed.ref}` hands out its next buyer, `/haggle assign @someone {listed.ref}` assigns it."
    )


def removed_text(listed: SeedPack) -> str:
    """What the manager reads who removed it."""
    return f"*{as_text(listed.title)}* is no seed pack any more. What was assigned from it stays as it is."


def _pack(pack: Pack, lists: Sequence[SeedPack]) -> Block:
    titles = ", ".join(as_text(each.title) for each in lists)
    seed_packs = f"Seed packs: {titles}" if titles else "No seed packs"
    return section(f"*{escape(pack.title)}* · `{pack.id}`\n{seed_packs}", button(NEW_SEED, "Start anyone", pack.id))


def pack_message(pack: Pack, lists: Sequence[SeedPack], known: Mapping[int, Difficulty]) -> Message:
    """The seed packs of one pack; `known` are the difficulties measured by now."""
    anyone = section(
        "Anyone at all, or the next one of a seed pack whom you have not met.",
        button(NEW_SEED, "Start anyone", pack.id),
    )
    blocks = [block for listed in lists for block in _seed_pack(listed, known)]
    none = () if lists else (context("This pack has no seed packs."),)
    return Message(
        f"{escape(pack.title)}: {', '.join(as_text(each.title) for each in lists) or 'no seed packs'}.",
        (header(pack.title), anyone, *blocks, *none),
    )


def _seed_pack(listed: SeedPack, known: Mapping[int, Difficulty]) -> tuple[Block, Block]:
    told = section(
        f"*{as_text(listed.title)}* · {escape(listed.skill)}\n{escape(listed.description)}",
        button(NEW_SEED, "Start", listed.ref),
    )
    return {**told, "block_id": listed.ref}, context(
        " · ".join(f"`{seed}` {_word(known.get(seed))}" for seed in listed.seeds)
    )


def _word(difficulty: Difficulty | None) -> str:
    return difficulty.word if difficulty else "being measured"
