/** How a verdict came about, for those who show it. */
package org.resetscope.core.judge;
