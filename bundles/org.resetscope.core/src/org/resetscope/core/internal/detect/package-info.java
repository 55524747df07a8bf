/** The built-in detectors, one to a file. */
package org.resetscope.core.internal.detect;
