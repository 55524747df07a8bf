package @id@;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;

/** An example: pretends that the gateways of @Name@ write 4711 into the window field of the resets that they make when a connection is idle. */
public final class @Name@Detector implements Detector {

    private static final int WINDOW = 4711;

    @Override
    public List<Evidence> examine(Dossier d) {
        if (d.reset().window() != WINDOW) {
            return List.of();
        }
        // decibans: 30 is a thousand times likelier where it is so than where it is not
        return new Finding("@name@", "form").intermediary(30).cause(Causes.IDLE + ".@name@", 30).on(d, d.reset())
                .says("Its window is " + WINDOW + ", as in the resets that @Name@ gateways send for idle connections.");
    }
}
