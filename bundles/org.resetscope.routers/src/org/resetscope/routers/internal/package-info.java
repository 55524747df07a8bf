/** Detectors and a command for what is known of routers, firewalls, NATs and load balancers. */
package org.resetscope.routers.internal;
