"""The scenarios in groups; importing this package registers them all."""
from . import endpoints, firewalls, injection, mixed, nat, negatives, proxies, silence  # noqa: F401
