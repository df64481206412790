"""The prompts that are shipped: texts in `engine/prompts`, read once."""

from functools import cache
from importlib.resources import files

from engine.prompting.template import PromptTemplate


@cache
def prompt(name: str) -> PromptTemplate:
    """The prompt of that name; FileNotFoundError where there is none."""
    return PromptTemplate(name, files("engine").joinpath("prompts", f"{name}.md").read_text(encoding="utf-8"))
