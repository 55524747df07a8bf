/**
 * What the workbench has open, and the selection elements that its views exchange.
 *
 * @since 0.1
 */
package org.resetscope.ui.session;
