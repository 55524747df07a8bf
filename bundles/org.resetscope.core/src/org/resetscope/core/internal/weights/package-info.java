/** The weights of signals, learned from labelled captures. */
package org.resetscope.core.internal.weights;
