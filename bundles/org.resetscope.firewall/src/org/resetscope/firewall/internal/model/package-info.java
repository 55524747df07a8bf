/** Rules as data: tables, chains, matches, verdicts. */
package org.resetscope.firewall.internal.model;
