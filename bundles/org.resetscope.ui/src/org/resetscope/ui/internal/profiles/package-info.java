/** The view Router Profiles. */
package org.resetscope.ui.internal.profiles;
