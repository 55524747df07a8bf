package org.resetscope.ui.internal.app;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jface.resource.ImageDescriptor;
import org.resetscope.ui.internal.widgets.Icons;

/** The icon of the product in the sizes that window managers choose from. */
final class ProductIcons {

    private ProductIcons() {
    }

    static List<ImageDescriptor> all() {
        return IntStream.of(16, 32, 48, 64, 128).mapToObj(size -> Icons.descriptor("resetscope" + size)).toList();
    }
}
