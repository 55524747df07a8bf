/**
 * Joins logs of endpoints and devices to the resets that they tell of.
 *
 * @since 0.1
 */
package org.resetscope.core.endpoint;
