/** The view Resets: a virtual table with filter, groups and sorting. */
package org.resetscope.ui.internal.resets;
