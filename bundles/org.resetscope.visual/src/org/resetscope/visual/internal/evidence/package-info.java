/** The drawing of evidence. */
package org.resetscope.visual.internal.evidence;
