"""Counts tokens; started by benchmarks.tokens in an environment that has a tokenizer of Anthropic's."""

import json
import sys
from typing import Any

from anthropic import Anthropic


def main() -> None:
    """Prints how many tokens each of the texts on the standard input has."""
    client: Any = Anthropic(api_key="none")
    print(json.dumps([client.count_tokens(text) for text in json.load(sys.stdin)]))


if __name__ == "__main__":
    main()
