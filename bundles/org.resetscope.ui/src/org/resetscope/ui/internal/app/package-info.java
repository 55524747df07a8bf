/** Starts the workbench: window, perspective, command line. */
package org.resetscope.ui.internal.app;
