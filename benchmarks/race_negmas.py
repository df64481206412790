"""negmas at the same bargain; started by benchmarks.engine_race in an environment that has negmas."""

import json
import sys
import time

from negmas import LinearAdditiveUtilityFunction, make_issue
from negmas.preferences.value_fun import AffineFun
from negmas.sao import BoulwareTBNegotiator, ConcederTBNegotiator, SAOMechanism

NEGOTIATORS = {"0.2": BoulwareTBNegotiator, "4": ConcederTBNegotiator}


def bargain(curve: str, prices: int, rounds: int) -> int:
    """The rounds that one bargain took."""
    issues = [make_issue(prices, "price")]
    mechanism = SAOMechanism(issues=issues, n_steps=rounds)
    buyer = LinearAdditiveUtilityFunction({"price": AffineFun(-1, bias=prices - 1)}, issues=issues, reserved_value=0.0)
    seller = LinearAdditiveUtilityFunction({"price": AffineFun(1)}, issues=issues, reserved_value=0.0)
    mechanism.add(BoulwareTBNegotiator(name="buyer"), preferences=buyer.normalize())
    mechanism.add(NEGOTIATORS[curve](name="seller"), preferences=seller.normalize())
    mechanism.run()
    return int(mechanism.state.step)


def main() -> None:
    """Prints, for each curve, the rounds of the fastest stretch and the seconds it took."""
    asked = json.loads(sys.argv[1])
    found = {}
    for curve in NEGOTIATORS:
        paces = []
        for _ in range(asked["stretches"]):
            begun = time.process_time()
            rounds = sum(bargain(curve, asked["prices"], asked["rounds"]) for _ in range(asked["runs"]))
            paces.append((rounds, time.process_time() - begun))
        found[curve] = min(paces, key=lambda pace: pace[1])
    print(json.dumps(found))


if __name__ == "__main__":
    main()
