/** The ladder diagram of a connection. */
package org.resetscope.visual.internal.ladder;
