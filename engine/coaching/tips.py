"""Every tip that a run can call for."""

from engine.coaching import closing, conceding, doubting, inquiring, manners, packaging, pricing
from engine.coaching.look import Tip

TIPS: tuple[Tip, ...] = (
    Tip("insult", "conduct", "Fair conduct", manners.insult),
    Tip("false_claim", "claims", "Say only what holds", manners.false_claim),
    Tip("deal_breaker", "limit", "Keep off what ends it", manners.deal_breaker),
    Tip("bad_deal", "limit", "Know when to leave", closing.bad_deal),
    Tip("offered_beyond_limit", "limit", "Stay within your limit", closing.offered_beyond_limit, least=150),
    Tip("walked_from_a_good_deal", "limit", "Take what beats no deal", closing.walked_from_a_good_one),
    Tip("pressure", "pressure", "No pressure", manners.pressure),
    Tip("denigration", "pressure", "Speak well of others", manners.denigration),
    Tip("price_before_discovery", "discovery", "Ask before you price", inquiring.price_before_discovery),
    Tip("topic_never_asked", "discovery", "Find out more first", inquiring.topic_never_asked),
    Tip("objection_argued", "objections", "Take a doubt up before you answer it", doubting.objection_argued),
    Tip("objection_left_open", "objections", "Answer every doubt", doubting.objection_left_open),
    Tip("bid_against_yourself", "concessions", "Wait for their number", conceding.bid_against_itself),
    Tip("huge_cut", "concessions", "Small steps", conceding.huge_cut),
    Tip("rising_concessions", "concessions", "Ever smaller steps", conceding.rising_concessions),
    Tip("unconditional_concession", "concessions", "Give only for something", conceding.unconditional_concession),
    Tip("instant_counter", "concessions", "Ask before you answer a number", conceding.instant_counter, least=60),
    Tip("soft_anchor", "anchor", "Open with room to move", pricing.soft_anchor),
    Tip("no_rationale", "anchor", "Say what it is worth first", pricing.no_rationale),
    Tip("features_nobody_needed", "anchor", "Show what they need", pricing.features_nobody_needed, least=80),
    Tip("too_many_reasons", "anchor", "One strong reason", pricing.too_many_reasons, least=50),
    Tip("round_quote", "anchor", "An exact price", pricing.round_quote, least=50),
    Tip("single_issue", "packages", "Trade, not only cut", packaging.single_issue),
    Tip("left_out", "pie", "Put in what they value", packaging.left_out),
    Tip("no_options", "packages", "Let them choose", packaging.no_options, least=50),
    Tip("buying_signal_without_ask", "close", "Ask when they are ready", closing.buying_signal_passed),
    Tip("never_asked", "close", "Ask for the deal", closing.never_asked),
    Tip("no_deal_sought", "limit", "Find out what it would take", closing.no_deal_sought),
    Tip("too_many_closed", "questions", "Open questions", inquiring.too_many_closed),
    Tip("answer_ignored", "heard", "Pick up what they tell you", inquiring.answer_ignored),
    Tip("interview", "heard", "A talk, not an interview", inquiring.interview, least=80),
    Tip("not_heard", "heard", "Say back what you heard", inquiring.not_heard),
    Tip("bare_payment", "payments", "Whole payment terms", manners.bare_payment),
    Tip("irritators", "pressure", "Leave out words that grate", manners.irritators, least=60),
    Tip("lost_trust", "trust", "Win them back", manners.lost_trust),
)
"""Of tips on one check, the first that finds something is the one that is given."""
