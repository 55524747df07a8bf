/**
 * Compares captures of the same traffic taken at several points: matches connections and packets across NAT, puts all clocks on one,
 * orders the points along the path, and tells where each reset was born.
 */
package org.resetscope.core.internal.correlate;
