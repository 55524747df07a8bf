/**
 * Resets explained while the traffic goes on: {@link org.resetscope.core.live.LiveAnalysis} takes packets from a
 * {@link org.resetscope.core.live.PacketFeed} (an interface, a capture that grows) for as long as they come, in bounded memory.
 *
 * @since 0.1
 */
package org.resetscope.core.live;
