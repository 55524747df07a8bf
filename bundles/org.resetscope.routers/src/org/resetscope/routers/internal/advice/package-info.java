/** Settings that would have prevented resets, in the words of each program. */
package org.resetscope.routers.internal.advice;
