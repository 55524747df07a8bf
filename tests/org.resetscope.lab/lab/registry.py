"""The scenarios by name."""
SCENARIOS = {}
"""name -> (function of a Lab, options of the Lab, whether CI runs it)"""


def scenario(name, *, variants=None, ci=False, **options):
    """Registers a scenario under its name, and under name-suffix for each further variant: suffix -> options that differ."""
    def register(function):
        SCENARIOS[name] = function, options, ci
        for suffix, more in (variants or {}).items():
            SCENARIOS[f"{name}-{suffix}"] = function, options | more, False
        return function
    return register


def nat4(**more):
    """Options of a scenario behind source NAT, which the lab has for IPv4 only."""
    return {"nat": True, "ipv6": False} | more
