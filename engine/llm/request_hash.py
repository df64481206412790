"""The name of a request: equal for requests that a model cannot tell apart."""

import hashlib
from typing import Any

import rfc8785

from engine.llm.forms import schema_of
from engine.llm.port import ModelRequest

FORMAT = "haggle-llm-1"
"""Changes when a request of the same content is to be sent in another way, so that old recordings no longer fit."""


def request_hash(request: ModelRequest) -> str:
    """SHA-256, in hex, over the RFC 8785 JSON of everything that decides the reply."""
    deciding: dict[str, Any] = {
        "format": FORMAT,
        "model": str(request.model),
        "instructions": request.instructions,
        "turns": [[turn.speaker, turn.text] for turn in request.turns],
        "max_output_tokens": request.max_output_tokens,
        "effort": request.effort,
        "schema": schema_of(request.schema) if request.schema else None,
    }
    return hashlib.sha256(rfc8785.dumps(deciding)).hexdigest()


def fixed_part_hash(request: ModelRequest) -> str:
    """SHA-256, in hex, of what requests with the same instructions to the same model share."""
    return hashlib.sha256(f"{request.model}\n{request.instructions}".encode()).hexdigest()
