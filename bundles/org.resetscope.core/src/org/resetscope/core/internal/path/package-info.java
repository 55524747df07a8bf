/** Where on the path from client to server something stands, counted in capture points. */
package org.resetscope.core.internal.path;
