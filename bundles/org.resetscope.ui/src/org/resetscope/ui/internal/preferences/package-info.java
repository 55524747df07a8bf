/** Preferences and their page. */
package org.resetscope.ui.internal.preferences;
