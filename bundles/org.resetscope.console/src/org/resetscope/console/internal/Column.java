package org.resetscope.console.internal;

import org.resetscope.console.Cells;
import java.util.Map;
import java.util.function.Function;

import org.codehaus.groovy.runtime.InvokerHelper;

import groovy.lang.Closure;
import groovy.lang.MissingPropertyException;

/** A title, and how to get its value from a row. */
record Column(String title, Function<Object, Object> value) {

    /** By a property, or a path of properties: {@code verdict.cause}. */
    static Column path(String title, String path) {
        return new Column(title, row -> {
            Object at = row;
            for (String name : path.split("\\.")) {
                at = at == null ? null : property(at, name);
            }
            return at;
        });
    }

    static Column closure(String title, Closure<?> closure) {
        return new Column(title, closure::call);
    }

    /** @param how a path, a closure */
    static Column of(String title, Object how) {
        if (how instanceof Closure<?> closure) {
            return closure(title, closure);
        }
        if (how instanceof CharSequence) {
            return path(title, how.toString());
        }
        throw new VerbException("table: a column is a property in quotes, or { ... }, not " + Cells.text(how));
    }

    private static Object property(Object at, String name) {
        if (at instanceof Map<?, ?> map) {
            return map.get(name);
        }
        try {
            return InvokerHelper.getProperty(at, name);
        } catch (MissingPropertyException e) {
            throw new VerbException("table: there is no '" + name + "' in a " + at.getClass().getSimpleName() + Records.names(at.getClass()));
        }
    }
}
