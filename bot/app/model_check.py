"""Whether the language model that the settings name answers: one call of a few tokens."""

from bot.app.finding import Finding
from bot.app.speaking import access_in, model_in, providers_for
from bot.settings import BadSettings, Settings
from engine.llm.port import ModelRequest, Prompt, Turn
from engine.llm.troubles import ModelTrouble

FEW_TOKENS = 256
"""Room for a model that thinks before it says a word."""


async def examine_model(settings: Settings) -> list[Finding]:
    """What there is to say of the model and of the keys."""
    keys = sorted(provider.key_variable for provider in access_in(settings))
    if not settings.model:
        unused = f" {' and '.join(keys)} {'is' if len(keys) == 1 else 'are'} set, and not used." if keys else ""
        return [Finding(True, f"No language model is set (HAGGLE_MODEL), so there is strict mode alone.{unused}")]
    try:
        model = model_in(settings)
    except BadSettings as error:
        return [Finding(False, str(error))]
    request = ModelRequest(
        model=model,
        instructions="Answer with one word.",
        turns=(Turn("user", "Are you there?"),),
        max_output_tokens=FEW_TOKENS,
        prompt=Prompt("doctor", ""),
        purpose="doctor",
    )
    async with providers_for(settings) as port:
        try:
            reply = await port.complete(request)
        except ModelTrouble as trouble:
            return [Finding(False, f"HAGGLE_MODEL {model}: {trouble}")]
    tokens = reply.spent.usage.total
    return [Finding(True, f"{model} answers as {reply.model}; that took {tokens} tokens. Freeplay can be chosen.")]
