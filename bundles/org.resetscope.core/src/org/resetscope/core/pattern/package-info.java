/**
 * What resets have in common: periods, equal silences, tables of hosts, services, causes and times.
 *
 * @since 0.1
 */
package org.resetscope.core.pattern;
