/** What resets and logs of particular makers' devices say; the worked example of docs/plugin-guide.md. */
package org.resetscope.vendors.internal;
