"""A request's name: the same for what a model cannot tell apart, another for anything else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, create_model

from engine.llm.model_name import ModelName, Provider
from engine.llm.port import ModelRequest, Prompt, Turn
from engine.llm.request_hash import fixed_part_hash, request_hash
from tests.engine.llm.requests import REQUEST, Move

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(str.strip)
TURNS = st.lists(st.builds(Turn, st.sampled_from(["user", "assistant"]), TEXTS), max_size=4)


@st.composite
def requests(draw: st.DrawFn) -> ModelRequest:
    """Any request."""
    return replace(
        REQUEST,
        model=ModelName(draw(st.sampled_from(Provider)), draw(st.sampled_from(["a/b", "c/d"]))),
        instructions=draw(TEXTS),
        turns=(*draw(TURNS), Turn("user", draw(TEXTS))),
        max_output_tokens=draw(st.integers(1, 3)),
        schema=draw(st.sampled_from([None, Move])),
        effort=draw(st.sampled_from(["least", "usual"])),
    )


def deciding(request: ModelRequest) -> tuple[object, ...]:
    """What a model can tell requests apart by."""
    return (
        request.model,
        request.instructions,
        request.turns,
        request.max_output_tokens,
        request.schema,
        request.effort,
    )


@given(requests(), requests())
def test_hashes_are_equal_exactly_where_the_requests_are(one: ModelRequest, other: ModelRequest) -> None:
    assert (request_hash(one) == request_hash(other)) == (deciding(one) == deciding(other))


@given(requests(), TEXTS, st.integers(min_value=0))
def test_any_change_changes_the_hash(request: ModelRequest, text: str, place: int) -> None:
    turns = list(request.turns)
    place %= len(turns)
    turns[place] = turns[place]._replace(text=turns[place].text + text)
    changed = (
        replace(request, turns=tuple(turns)),
        replace(request, turns=(Turn("assistant", text), *request.turns)),
        replace(request, instructions=request.instructions + text),
        replace(request, max_output_tokens=request.max_output_tokens + 1),
        replace(request, model=request.model._replace(name=f"{request.model.name}-mini")),
        replace(request, schema=Move if request.schema is None else None),
        replace(request, effort="usual" if request.effort == "least" else "least"),
    )
    assert len({request_hash(each) for each in (request, *changed)}) == len(changed) + 1


@given(requests(), TEXTS)
def test_what_the_call_is_for_and_what_the_prompt_is_called_change_nothing(request: ModelRequest, text: str) -> None:
    renamed = replace(request, purpose=text, prompt=Prompt(text, "1" * 64))
    assert request_hash(renamed) == request_hash(request)


@given(st.permutations(["act", "price", "reason", "tone"]))
def test_the_order_of_a_schema_s_fields_does_not_matter(order: list[str]) -> None:
    def schema_of(names: list[str]) -> type[BaseModel]:
        fields: dict[str, object] = dict.fromkeys(names, (str | None, None))
        return create_model("Form", **fields)  # type: ignore[call-overload, no-any-return]

    usual = schema_of(["act", "price", "reason", "tone"])
    assert request_hash(replace(REQUEST, schema=schema_of(order))) == request_hash(replace(REQUEST, schema=usual))


def test_a_field_more_in_a_schema_changes_the_hash() -> None:
    class Longer(Move):
        reason: str = ""

    assert request_hash(replace(REQUEST, schema=Longer)) != request_hash(replace(REQUEST, schema=Move))


def test_the_hash_is_the_same_on_every_machine() -> None:
    assert request_hash(REQUEST) == "808fa7e05ae56b7ae8c0090c624046847ff25b16c732db5c02fc8d43f5828459"
    assert fixed_part_hash(REQUEST) == "406fdfc6495f90055596245db4205a3f37e845b5aa5ba791d1603587ac8c684d"
