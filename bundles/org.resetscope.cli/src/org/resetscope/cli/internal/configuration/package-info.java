/** The commands lint and trace: device configurations held against the checks, or against one packet. */
package org.resetscope.cli.internal.configuration;
