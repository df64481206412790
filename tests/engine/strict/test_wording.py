from dataclasses import replace

import pytest

from engine.scenario.manner import Phrases
from engine.strict.part import Part, Place
from engine.strict.respond import first_mood
from engine.strict.wording import MOST_SENTENCES, fill, phrase, sentences, terms_in_words, word
from tests.engine.scenarios import SCENARIO, dollars


@pytest.mark.parametrize(
    ("line", "slots", "text"),
    [
        ("I have a {thing}.", {"thing": "offer"}, "I have an offer."),
        ("I have a {thing}.", {"thing": "quote"}, "I have a quote."),
        ("An {thing} is a lot.", {"thing": "$900 cut"}, "A $900 cut is a lot."),
        ("That is a {thing} cut.", {"thing": "$8,000"}, "That is an $8,000 cut."),
        ("It was a {thing} car.", {"thing": "used"}, "It was a used car."),
        ("{fact}.", {"fact": "Yes."}, "Yes."),
        ("{fact} So there.", {"fact": "yes."}, "Yes. So there."),
        ("Well, {fact}.", {"fact": "is it?"}, "Well, is it?"),
    ],
)
def test_slots_are_filled_with_good_grammar(line: str, slots: dict[str, str], text: str) -> None:
    assert fill(line, slots) == text


def test_a_line_with_an_unknown_slot_is_refused() -> None:
    with pytest.raises(KeyError):
        fill("What about {nothing}?", {})


def test_no_line_comes_back_before_all_have_been_used() -> None:
    lines = [phrase(SCENARIO, "HOLD", used) for used in range(8)]
    assert len(set(lines[:4])) == 4
    assert set(lines[4:]) == set(lines[:4])


def test_a_new_line_leaves_the_order_of_the_others() -> None:
    more = dict(SCENARIO.phrases.lines) | {"HOLD": (("any", (*SCENARIO.phrases.of("HOLD", ""), "Hold 5 {terms}.")),)}
    grown = replace(SCENARIO, phrases=Phrases(tuple(more.items())))
    order = [phrase(grown, "HOLD", used) for used in range(5)]
    assert [line for line in order if "5" not in line] == [phrase(SCENARIO, "HOLD", used) for used in range(4)]


def test_an_act_without_lines_is_named() -> None:
    with pytest.raises(LookupError, match="no line for DANCE"):
        phrase(SCENARIO, "DANCE", 0)


def test_a_long_reply_loses_what_is_least_needed() -> None:
    parts = [Part(Place.REACTION, text=f"Nice {number}.") for number in range(5)]
    reply = word(SCENARIO, first_mood(SCENARIO), [*parts, Part(Place.MOVE, text="I offer this.", needed=True)])
    assert sentences(reply.text) == MOST_SENTENCES
    assert reply.text.endswith("I offer this.")


@pytest.mark.parametrize(
    ("text", "count"), [("Yes.", 1), ("It is $32,700.50 all in.", 1), ("Well... maybe. Is it?", 3), ("No", 1)]
)
def test_sentences_are_counted_past_points_in_numbers(text: str, count: int) -> None:
    assert sentences(text) == count


def test_a_reply_of_which_nothing_can_be_left_out_is_said_in_shorter_phrases() -> None:
    told = ("any", ("Well. {fact} I hope that helps.", "{fact}", "Now then. {fact}"))
    wordy = replace(SCENARIO, phrases=Phrases((("TELL", (told,)), ("ACCEPT", (("any", ("Deal. Done.",)),)))))
    tell = Part(Place.ANSWER, "TELL", (("fact", "There is more. A little."),), needed=True)
    accept = Part(Place.MOVE, "ACCEPT", needed=True)
    for used in range(3):
        mood = first_mood(SCENARIO)._replace(used_phrases=(("TELL", used),))
        assert word(wordy, mood, (tell, accept)).text == "There is more. A little. Deal. Done."
        assert sentences(word(wordy, mood, (tell,)).text) <= MOST_SENTENCES


def test_terms_are_said_as_people_say_them() -> None:
    assert terms_in_words(SCENARIO, dollars(32_700)) == "$32,700"
    assert terms_in_words(SCENARIO, dollars(32_700, mats=1)) == "$32,700 with the mats"
    everything = dollars(32_700, mats=1, warranty=1, trade_in=450_000)
    assert terms_in_words(SCENARIO, everything) == "$32,700 with the old car at $4,500, the mats and the warranty"


def test_a_counterpart_who_has_nearly_had_enough_speaks_firmly_where_the_pack_has_lines_for_it() -> None:
    lines = (*SCENARIO.phrases.lines, ("HOLD_FIRM", (("any", ("Firmly, {terms}.",)),)))
    firm = replace(SCENARIO, phrases=Phrases(lines))
    patient = first_mood(firm)
    impatient = patient._replace(patience=1)
    hold = [Part(Place.MOVE, "HOLD", (("terms", "$900"),))]
    assert word(firm, impatient, hold).text == "Firmly, $900."
    assert word(firm, patient._replace(trust=10), hold).text == "Firmly, $900."
    assert word(firm, patient, hold).text != "Firmly, $900."
    assert word(SCENARIO, impatient, hold).text == word(SCENARIO, patient, hold).text
