"""Asking a model on somebody's account, as those parts see it that do not care who pays and how."""

from datetime import datetime
from typing import Protocol

from engine.llm.budget import Payer
from engine.llm.port import ModelReply, ModelRequest


class Asking(Protocol):
    """Whoever asks a model on somebody's account."""

    async def ask(self, request: ModelRequest, payer: Payer, now: datetime) -> ModelReply:
        """Its reply; ModelTrouble where there is none."""
        ...
