package org.resetscope.core.internal.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.internal.path.Placed;
import org.resetscope.core.internal.path.Stretch;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.PathDevice;
import org.resetscope.core.model.Verdict;

/** Hears every detector about a reset and gives the verdict. */
public final class Court {

    private final List<Contribution<Detector>> detectors;
    private final List<Placed<DeviceProfile>> devices;

    /** @param devices that the user states to stand between client and server, nobody knows where */
    public Court(Extensions<Detector> detectors, List<DeviceProfile> devices) {
        this(detectors, devices, List.of());
    }

    /** @param path devices of which it is known where they stand, with the ids of their profiles */
    public Court(Extensions<Detector> detectors, List<DeviceProfile> devices, List<PathDevice> path) {
        this.detectors = detectors.all();
        this.devices = devices.stream().flatMap(d -> Placed.on(path, d, d.id()).stream()).toList();
    }

    /** @param hearing told which detector is asked */
    public Verdict judge(Dossier dossier, Hearing hearing) {
        return judge(dossier, evidence(dossier, hearing), null);
    }

    /**
     * Judges again, with evidence that no detector of one capture could give.
     *
     * @param location where between the capture points it was born, or null
     */
    public Verdict judge(Dossier dossier, List<Evidence> evidence, String location) {
        return Explainer.explain(dossier, evidence, Judge.weigh(dossier, evidence), location);
    }

    /** The same verdict without its evidence and explanations, where there are too many to keep. */
    public Verdict judgeBriefly(Dossier dossier, Hearing hearing) {
        return Explainer.name(dossier, Judge.weigh(dossier, evidence(dossier, hearing)));
    }

    /** What the detectors find. */
    public List<Evidence> evidence(Dossier dossier, Hearing hearing) {
        return evidence(dossier, Stretch.ANYWHERE, hearing);
    }

    /** Whether detectors may find something else if it is known where whatever made the reset stands. */
    public boolean minds(Stretch where) {
        return devices.stream().anyMatch(d -> !where.has(d.place()));
    }

    /**
     * What the detectors find.
     *
     * @param where devices stand whose time-outs count
     */
    public List<Evidence> evidence(Dossier dossier, Stretch where, Hearing hearing) {
        List<Evidence> evidence = new ArrayList<>();
        hearing.begin();
        List<DeviceProfile> there = devices.isEmpty() ? List.of() : Placed.within(devices, where);
        Function<Detector, List<Evidence>> examine = d -> List.copyOf(d.examine(dossier, there));
        for (Contribution<Detector> detector : detectors) {
            hearing.ask(detector);
            evidence.addAll(detector.call(examine, List.of()));
        }
        hearing.ask(null);
        return evidence;
    }
}
