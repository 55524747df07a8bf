/**
 * What a console shows and where its scripts find captures; everything that a front end of {@link
 * org.resetscope.console.session.ScriptSession} implements or reads.
 *
 * @since 0.1
 */
package org.resetscope.console;
