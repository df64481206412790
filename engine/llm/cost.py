"""What a call costs, by the price list that comes with genai-prices."""

from decimal import ROUND_CEILING, Decimal

from engine.llm.model_name import ModelName
from engine.llm.port import ModelRequest
from engine.llm.usage import Usage

MICRO = 1_000_000


def cost_of(model: ModelName, answered: str, usage: Usage) -> int | None:
    """Micro-dollars, rounded up; None where the price is not known.

    The name that the provider answered with comes first, since it is the more exact one. A list price of zero for
    tokens that were used means that nobody has entered it.
    """
    for name in (answered, model.name):
        price = _list_price(model, name, usage)
        if price is not None:
            return micro_dollars(price) or (None if usage.total else 0)
    return None


def most_cost(request: ModelRequest, tokens: int) -> int | None:
    """The most that a request of so many tokens can cost by the list: to be put into a cache is dearer or cheaper."""
    read, written = tokens - request.max_output_tokens, request.max_output_tokens
    usages = (Usage(read, cached_write=cached, output=written) for cached in (0, read))
    costs = [cost_of(request.model, request.model.name, usage) for usage in usages]
    return max((cost for cost in costs if cost is not None), default=None)


def micro_dollars(dollars: Decimal) -> int:
    """A sum in dollars as whole micro-dollars, rounded up."""
    return int((dollars * MICRO).to_integral_value(ROUND_CEILING))


def _list_price(model: ModelName, name: str, usage: Usage) -> Decimal | None:
    """The price in dollars; the import is late because the list takes a second to load."""
    from genai_prices import Usage as Counts
    from genai_prices import calc_price

    counts = Counts(
        input_tokens=usage.input,
        cache_read_tokens=usage.cached_read,
        cache_write_tokens=usage.cached_write,
        output_tokens=usage.output,
    )
    try:
        return calc_price(counts, name, provider_id=model.provider.value).total_price
    except (LookupError, ValueError):
        return None
