/** Writes the project of a new plug-in. */
package org.resetscope.install.internal.project;
