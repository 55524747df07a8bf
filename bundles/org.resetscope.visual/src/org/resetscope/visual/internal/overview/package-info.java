/** Drawings of many resets: who resets whom. */
package org.resetscope.visual.internal.overview;
