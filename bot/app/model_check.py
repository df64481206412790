"""Whether the language models that the settings name answer, and whether the keys are taken: a tiny call each."""

from bot.app.finding import Finding
from bot.app.key_check import examine_key
from bot.app.speaking import access_in, models_in, providers_for
from bot.settings import BadSettings, Settings
from engine.llm.model_name import ModelName
from engine.llm.port import ModelPort, ModelRequest, Prompt, Turn
from engine.llm.troubles import ModelTrouble

FEW_TOKENS = 256
"""Room for a model that thinks before it says a word."""


async def examine_models(settings: Settings) -> list[Finding]:
    """What there is to say of each model, and of each key that belongs to none of them."""
    try:
        models = models_in(settings)
    except BadSettings as error:
        return [Finding(False, str(error)), *await _keys(settings, ())]
    async with providers_for(settings) as port:
        answers = [await _examine(port, model) for model in models]
    if not models:
        answers = [Finding(True, "No language model is set (HAGGLE_MODEL), so there is strict mode alone.")]
    return [*answers, *await _keys(settings, models)]


async def _examine(port: ModelPort, model: ModelName) -> Finding:
    request = ModelRequest(
        model=model,
        instructions="Answer with one word.",
        turns=(Turn("user", "Are you there?"),),
        max_output_tokens=FEW_TOKENS,
        prompt=Prompt("doctor", ""),
        purpose="doctor",
    )
    try:
        reply = await port.complete(request)
    except ModelTrouble as trouble:
        return Finding(False, f"HAGGLE_MODEL {model}: {trouble}")
    tokens = reply.spent.usage.total
    return Finding(True, f"{model} answers as {reply.model}; that took {tokens} tokens. It can be chosen for a run.")


async def _keys(settings: Settings, models: tuple[ModelName, ...]) -> list[Finding]:
    """The keys by which none of these models is reached."""
    used = {model.provider for model in models}
    unused = [(provider, access) for provider, access in access_in(settings).items() if provider not in used]
    return [await examine_key(provider, access) for provider, access in unused]
