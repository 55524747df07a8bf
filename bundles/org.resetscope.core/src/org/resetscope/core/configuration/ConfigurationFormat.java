package org.resetscope.core.configuration;

import java.util.List;

/**
 * A language of device configurations (a firewall's rules, say), contributed through the extension point
 * {@code org.resetscope.core.configurations}. Implementations keep no state between calls and may be called from several threads.
 */
public interface ConfigurationFormat {

    /** Characters that {@link #recognises(String)} may look at. */
    int HEAD = 1 << 16;

    /**
     * Tells by its content whether a text is of this format. Blank text is the configuration of a device that has none.
     *
     * @param head up to {@link #HEAD} characters from the start of the text; may hold any garbage
     */
    boolean recognises(String head);

    /**
     * Reads the configuration of one device, whatever is wrong with it: what cannot be understood is told by
     * {@link Configuration#problems()} and the rest is judged.
     *
     * @param texts the files that make it up, in the order in which the device loads them
     */
    Configuration parse(List<ConfigurationText> texts);

    /** All checks that {@link Configuration#lint} makes, for lists of rules in reports. */
    List<ConfigurationCheck> checks();
}
