package org.resetscope.ui.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.resetscope.core.configuration.OutlineEntry;

/** The parts of a configuration as a tree; choosing one shows its line. */
final class RulesOutline extends ContentOutlinePage {

    /** An entry and those that belong to it. */
    private record Node(OutlineEntry entry, Node parent, List<Node> children) {
    }

    private final IntConsumer reveal;
    private List<OutlineEntry> entries = List.of();

    /** @param reveal shows a line, counted from 1 */
    RulesOutline(IntConsumer reveal) {
        this.reveal = reveal;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        getTreeViewer().setContentProvider(new Content());
        getTreeViewer().setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Node) element).entry.label();
            }
        });
        show(entries);
    }

    void show(List<OutlineEntry> newEntries) {
        entries = newEntries;
        if (getTreeViewer() != null && !getTreeViewer().getControl().isDisposed()) {
            getTreeViewer().setInput(roots());
            getTreeViewer().expandAll();
        }
    }

    private List<Node> roots() {
        List<Node> roots = new ArrayList<>();
        Node last = null;
        for (OutlineEntry entry : entries) {
            Node parent = last;
            while (parent != null && parent.entry.depth() >= entry.depth()) {
                parent = parent.parent;
            }
            last = new Node(entry, parent, new ArrayList<>());
            (parent == null ? roots : parent.children).add(last);
        }
        return roots;
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (event.getSelection() instanceof IStructuredSelection chosen && chosen.getFirstElement() instanceof Node node
                && getTreeViewer().getControl().isFocusControl()) {
            reveal.accept(node.entry.line());
        }
    }

    private static final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((Node) parent).children.toArray();
        }

        @Override
        public Object getParent(Object element) {
            return ((Node) element).parent;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((Node) element).children.isEmpty();
        }
    }
}
