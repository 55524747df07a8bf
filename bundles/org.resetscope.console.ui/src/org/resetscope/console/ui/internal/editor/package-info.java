/** Script files in editors, run by the console. */
package org.resetscope.console.ui.internal.editor;
