/** The one scan: connections, their state, hosts and their habits, and the resets among the segments. */
package org.resetscope.core.internal.flow;
