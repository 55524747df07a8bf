/** The view Packet Details. */
package org.resetscope.ui.internal.packet;
