/** The built-in reports: text, JSON, CSV, Markdown, HTML. */
package org.resetscope.core.internal.report;
