/** Installs, updates, lists and removes plug-ins on the command line, by p2. */
package org.resetscope.install.internal;
