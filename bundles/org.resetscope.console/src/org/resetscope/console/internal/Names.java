package org.resetscope.console.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;

import groovy.lang.Binding;
import groovy.lang.MissingPropertyException;

/**
 * What names in scripts stand for: first what scripts have assigned, then what is computed at each use, then the modules of plug-ins.
 */
public final class Names extends Binding {

    public static final String MODULES = "org.resetscope.console.modules";

    private record Computed(Shape shape, Supplier<?> value) {
    }

    private final Map<String, Computed> computed = new TreeMap<>();
    private final Extensions<Object> modules = Extensions.read(MODULES, Object.class);

    /** @param shape of its values, for completion */
    public synchronized void compute(String name, Shape shape, Supplier<?> value) {
        computed.put(name, new Computed(shape, value));
    }

    @Override
    public synchronized Object getVariable(String name) {
        if (super.hasVariable(name)) {
            return super.getVariable(name);
        }
        if (computed.containsKey(name)) {
            return computed.get(name).value().get();
        }
        Contribution<Object> module = modules.find(name).orElseThrow(() -> new MissingPropertyException(name, SessionScript.class));
        Object made = module.call(m -> m, null);
        if (made == null) {
            throw new VerbException(modules.problems().stream().map(p -> p.text()).filter(t -> t.startsWith(module.toString())).findFirst()
                    .orElse(module + " failed"));
        }
        return made;
    }

    @Override
    public synchronized boolean hasVariable(String name) {
        return super.hasVariable(name) || computed.containsKey(name) || modules.find(name).isPresent();
    }

    @Override
    public synchronized void setVariable(String name, Object value) {
        super.setVariable(name, value);
    }

    /** All of them, without computing any. */
    synchronized Set<String> all() {
        Set<String> all = new TreeSet<>(computed.keySet());
        Map<?, ?> assigned = getVariables();
        assigned.keySet().forEach(name -> all.add(name.toString()));
        modules.all().forEach(module -> all.add(module.id()));
        return all;
    }

    /** What is known of a name's type without computing anything; null where nothing is. */
    synchronized Shape shape(String name) {
        if (super.hasVariable(name)) {
            return shape(super.getVariable(name));
        }
        return computed.containsKey(name) ? computed.get(name).shape() : null;
    }

    private static Shape shape(Object value) {
        if (value instanceof List<?> list && list.getClass().getName().startsWith("java.util.")) {
            // these have no code of others that looking into them could run
            return list.isEmpty() || list.get(0) == null ? Shape.of(List.class) : Shape.listOf(list.get(0).getClass());
        }
        return value == null ? null : Shape.of(value.getClass());
    }

    /** Their descriptions by name. */
    Map<String, String> modules() {
        Map<String, String> described = new TreeMap<>();
        modules.all().forEach(module -> described.put(module.id(), String.valueOf(module.attribute("description"))));
        return described;
    }
}
