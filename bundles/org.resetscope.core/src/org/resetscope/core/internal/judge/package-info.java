/** From evidence to a verdict in words. */
package org.resetscope.core.internal.judge;
