/** Checks of rules, each with a witness and a fix. */
package org.resetscope.firewall.internal.lint;
