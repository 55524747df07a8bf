/** The configuration format of netfilter, as core knows it. */
package org.resetscope.firewall.internal;
