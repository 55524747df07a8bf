package org.resetscope.core.detect;

import java.util.List;

import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.model.Evidence;

/**
 * Looks at one reset and says what it observes, contributed through the extension point {@code org.resetscope.core.detectors}.
 * Implementations keep no state between calls and may be called from several threads.
 */
public interface Detector {

    /** @return what speaks for or against a cause or a sender; empty where nothing applies */
    List<Evidence> examine(Dossier dossier);

    /**
     * The same for a detector that knows what to make of devices which the user states.
     *
     * @param devices between client and server; empty where none is stated
     */
    default List<Evidence> examine(Dossier dossier, List<DeviceProfile> devices) {
        return examine(dossier);
    }
}
