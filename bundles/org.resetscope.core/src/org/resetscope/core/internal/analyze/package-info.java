/** One capture from the first packet to the verdict on its last reset: batches, threads, memory. */
package org.resetscope.core.internal.analyze;
