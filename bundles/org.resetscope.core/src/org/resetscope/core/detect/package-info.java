/**
 * The contract of detectors, and the dossier on a reset that they examine.
 *
 * @since 0.1
 */
package org.resetscope.core.detect;
