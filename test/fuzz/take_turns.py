"""Callers take turns: each request of a run is another one's, in the order of the list. Half of the bodies of facts
are drawn from the starting points."""

import itertools
import json
import os

import schemathesis
from hypothesis import strategies as st

callers = itertools.cycle(json.loads(os.environ["FUZZ_CALLERS"]))


@schemathesis.hook
def before_call(context, case, kwargs):
    case.headers.update(next(callers))


with open(os.environ["FUZZ_STARTING_POINTS"], encoding="utf-8") as file:
    starting_points = json.load(file)


@schemathesis.hook
def before_generate_body(context, strategy):
    operation = context.operation.definition.raw.get("operationId")
    points = starting_points.get(operation)
    return st.one_of(st.sampled_from(points), strategy) if points else strategy
