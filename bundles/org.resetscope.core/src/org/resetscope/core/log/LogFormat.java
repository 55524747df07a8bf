package org.resetscope.core.log;

/**
 * A format of logs of endpoints and devices, contributed through the extension point {@code org.resetscope.core.logFormats}.
 * Implementations keep no state between calls.
 */
public interface LogFormat {

    /**
     * @param line without its end; cut after some thousand characters, and hostile: its work must not grow faster than its length
     * @return null where the line is none of this format
     */
    LogEntry read(String line);
}
