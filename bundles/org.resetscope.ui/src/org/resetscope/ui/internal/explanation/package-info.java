/** The view Explanation: who, why, what to do, and on what evidence. */
package org.resetscope.ui.internal.explanation;
