/** The drawing of the path between client and server. */
package org.resetscope.visual.internal.path;
