/**
 * "My connections get reset" step by step: what to record and hold against it next, as far as what is known so far does not decide.
 *
 * @since 0.1
 */
package org.resetscope.core.guide;
