/** Runs captured packets through device configurations and says which rule made a reset. */
package org.resetscope.core.internal.replay;
