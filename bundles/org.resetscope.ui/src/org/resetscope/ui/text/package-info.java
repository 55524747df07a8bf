/**
 * Text files in editors, wherever they lie: no project around them, nothing kept beside them.
 *
 * @since 0.1
 */
package org.resetscope.ui.text;
