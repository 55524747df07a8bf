/** Evaluates scripts in Groovy: their verbs and names, tables, completion, help, errors, and how they are stopped. */
package org.resetscope.console.internal;
