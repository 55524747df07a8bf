/** The time-sequence diagram of a connection. */
package org.resetscope.visual.internal.sequence;
