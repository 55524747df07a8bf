"""The scenarios by name."""
import collections
import inspect

Scenario = collections.namedtuple("Scenario", "function arguments options ci")
"""A function of a Lab and of further `arguments`; the `options` of the Lab; whether CI runs it."""

SCENARIOS = {}


def scenario(name, *, variants=None, ci=False, **options):
    """Registers a scenario under its name, and under name-suffix for each further variant: suffix -> what differs. What the function
    has a parameter for goes to it, the rest to the Lab."""
    def register(function):
        own = inspect.signature(function).parameters
        for suffix, more in ({"": {}} | (variants or {})).items():
            every = options | more
            SCENARIOS[f"{name}-{suffix}" if suffix else name] = Scenario(
                function, {k: v for k, v in every.items() if k in own}, {k: v for k, v in every.items() if k not in own}, ci and not suffix)
        return function
    return register


def nat4(**more):
    """Options of a scenario behind source NAT, which the lab has for IPv4 only."""
    return {"nat": True, "ipv6": False} | more
