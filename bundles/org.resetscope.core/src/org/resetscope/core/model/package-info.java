/**
 * What an analysis consists of: immutable records.
 *
 * @since 0.1
 */
package org.resetscope.core.model;
