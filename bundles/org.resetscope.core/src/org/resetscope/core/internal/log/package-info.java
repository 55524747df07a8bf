/** The built-in log formats, and the search for lines on connections that were reset. */
package org.resetscope.core.internal.log;
