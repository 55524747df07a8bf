package org.resetscope.console;

import java.util.List;

/**
 * What may stand at the cursor.
 *
 * @param start where the word begins that a name replaces
 * @param names in order; none where nothing is known
 */
public record Completion(int start, List<String> names) {
}
