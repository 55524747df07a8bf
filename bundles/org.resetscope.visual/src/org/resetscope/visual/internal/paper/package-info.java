/** What drawings are made with. */
package org.resetscope.visual.internal.paper;
