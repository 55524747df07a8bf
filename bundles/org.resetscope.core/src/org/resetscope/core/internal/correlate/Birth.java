package org.resetscope.core.internal.correlate;

import java.util.List;

import org.resetscope.core.internal.path.Stretch;
import org.resetscope.core.model.Evidence;

/**
 * What the comparison of the points says of one reset.
 *
 * @param base the sighting nearest to where the reset was born: the view that explains it best
 * @param location "between lan and wan"; null where the points leave it open
 * @param cleared the point next to the birth, on the claimed sender's side, that has not got the reset; -1 where there is none
 * @param where whatever made it stands
 * @param evidence for the judge, beside that of the base capture
 */
record Birth(Sighting base, String location, int cleared, Stretch where, List<Evidence> evidence) {
}
