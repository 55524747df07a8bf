"""What makes two captures of one path hard to compare; applied to the frames of single points when they are written."""
import dataclasses

from .capture import as_link


@dataclasses.dataclass
class Disturbance:
    """How one point's file departs from what was captured."""
    shift: float = 0.0
    """seconds by which the point's clock is ahead"""
    drift: float = 0.0
    """parts per million by which it runs fast"""
    missing: str = ""
    """start, end or hole: where a third of the time is missing"""
    loss: float = 0.0
    """the share of frames that the capture dropped, here and there"""
    snap: int | None = None
    link: str = "ethernet"
    kind: str = "pcap"
    gz: bool = False

    @property
    def suffix(self):
        return ("pcapng" if self.kind == "pcapng" else "pcap") + (".gz" if self.gz else "")

    def apply(self, frames, draw):
        """The frames of the file: what it misses left out, times by the point's clock."""
        if not frames:
            return frames
        first, last = frames[0].time, frames[-1].time
        third = (last - first) / 3
        gone = {"": (0, 0), "start": (first, first + third), "end": (last - third, last + 1), "hole": (first + third, last - third)}[self.missing]
        return [f._replace(time=f.time + round(self.shift * 1e9 + (f.time - first) * self.drift / 1e6)) for f in frames
                if not gone[0] <= f.time < gone[1] and not draw.chance(self.loss) and as_link(self.link, f) is not None]


KINDS = ("clock", "missing", "loss", "snap", "format", "all")


def drawn(kind, draw, points):
    """One disturbance for each point. `kind` is one of KINDS or "" for none but the usual variety of file formats."""
    out = {point: Disturbance(kind=draw.choices(("pcap", "pcap-ns", "pcapng"), (6, 1, 1))[0], gz=draw.chance(0.05)) for point in points}
    hit = out[draw.choice(points)]
    if kind in ("clock", "all"):
        hit.shift = round(draw.choice((-1, 1)) * draw.uniform(0.4, 20), 3)
        hit.drift = round(draw.choice((-1, 1)) * draw.uniform(5, 95), 1)
    if kind in ("missing", "all"):
        out[draw.choice(points)].missing = draw.choice(("start", "end", "hole"))
    if kind in ("loss", "all"):
        out[draw.choice(points)].loss = round(draw.uniform(0.01, 0.08), 3)
    if kind in ("snap", "all"):
        out[draw.choice(points)].snap = draw.choice((96, 96, 128))
    if kind in ("format", "all"):
        for one in out.values():
            one.kind, one.link = draw.choice(("pcap", "pcap-ns", "pcapng")), draw.choice(("ethernet", "raw", "sll", "sll2", "null"))
    return out
