/** The editor of rules: colours, findings, quick fixes, outline. */
package org.resetscope.ui.internal.rules;
