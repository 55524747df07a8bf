/**
 * The contract of reports and of their sections.
 *
 * @since 0.1
 */
package org.resetscope.core.report;
