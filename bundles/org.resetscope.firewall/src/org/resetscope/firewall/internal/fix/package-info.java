/** Corrections of rules, as edits of their text. */
package org.resetscope.firewall.internal.fix;
