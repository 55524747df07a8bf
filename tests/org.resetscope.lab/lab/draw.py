"""What a seed decides: every number that a verdict must not depend on."""
import random


class Draw(random.Random):
    """A scenario's own random numbers; the same seed and name give the same lab."""

    def __init__(self, seed, name):
        super().__init__(f"{seed}/{name}")
        self._ports, self._networks = set(), set()

    def chance(self, probability):
        return self.random() < probability

    def port(self):
        """A service port not used before in this scenario."""
        while True:
            port = self.choice((21, 22, 25, 80, 110, 143, 389, 443, 465, 636, 993, 1433, 1521, 1883, 3128, 3306, 5432, 5672, 6379,
                                8080, 8443, 9092, 27017)) if self.chance(0.4) else self.randint(1025, 31999)
            if port not in self._ports:
                self._ports.add(port)
                return port

    def network4(self, private):
        """The first three octets of a /24 not used before in this scenario."""
        while (network := self._network4(private)) in self._networks:
            pass
        self._networks.add(network)
        return network

    def _network4(self, private):
        if private:
            return self.choice((f"10.{self.randint(0, 255)}.{self.randint(0, 255)}", f"172.{self.randint(16, 31)}.{self.randint(0, 255)}",
                                f"192.168.{self.randint(0, 255)}"))
        while True:
            a = self.randint(11, 198)
            if a not in (127, 169, 172, 192):
                return f"{a}.{self.randint(0, 255)}.{self.randint(0, 255)}"

    def network6(self):
        """The first four groups of a /64."""
        return f"2{self.randint(0, 0xFFF):03x}:{self.randint(1, 0xFFFF):x}:{self.randint(1, 0xFFFF):x}:{self.randint(1, 0xFFFF):x}"

    def host_ttl(self):
        return self.choices((64, 128, 255, self.randint(32, 60)), (6, 3, 1, 0.5))[0]

    def device_ttl(self):
        return self.choices((64, 255, 128, self.randint(40, 250)), (5, 3, 1, 1))[0]

    def data(self, least=1, most=4000):
        """Bytes of a drawn length; short ones are as likely as long ones."""
        return self.randbytes(min(most, max(least, int(least * (most / least) ** self.random()))))
