/**
 * The contract of advisors: settings that would have prevented resets.
 *
 * @since 0.1
 */
package org.resetscope.core.advice;
