/** The timeline of resets. */
package org.resetscope.visual.internal.timeline;
