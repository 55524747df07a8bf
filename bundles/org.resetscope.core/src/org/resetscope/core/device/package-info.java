/**
 * What is known of devices: profiles with time-outs, where each fact comes from, and how far it can be trusted.
 *
 * @since 0.1
 */
package org.resetscope.core.device;
