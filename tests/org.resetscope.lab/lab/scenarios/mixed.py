"""Many conversations in one capture, and a periodic one among them."""
import threading
import time

from ..labels import ONCE_EACH
from ..registry import scenario
from . import endpoints, firewalls
from .endpoints import probe, quiet

PARTS = (endpoints.refused, endpoints.host_firewall, endpoints.abort, endpoints.abort_in_flight, endpoints.process_kill, endpoints.unread_data,
         endpoints.late_data, endpoints.half_open, endpoints.destroy, endpoints.scan, firewalls.fw_reject, firewalls.fw_reject_midstream, firewalls.ips)


@scenario("mixed", variants={"v6": {"ipv6": True}, "clock": {"disturbed": "clock"}, "all": {"disturbed": "all"}})
def mixed(lab):
    port, period = lab.draw.port(), lab.draw.uniform(0.5, 2)
    lab.expect(port, "client", "health-check", f"A probe every {period:.2f} s that ends itself with a reset.", repeat=ONCE_EACH)
    lab.listen(port)
    over = threading.Event()

    def probes():
        while not over.is_set():
            probe(lab, port)
            time.sleep(period)
    prober = threading.Thread(target=probes, daemon=True)
    prober.start()
    try:
        for part in lab.draw.sample(PARTS, lab.draw.randint(6, 10)):
            part(lab)
            lab.background(quiet(lab))
    finally:
        over.set()
        prober.join()
