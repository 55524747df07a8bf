package org.resetscope.console.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of a value's type without looking at the value.
 *
 * @param element of a list; null where it is none, or nothing is known
 */
public record Shape(Class<?> type, Class<?> element) {

    /** What Groovy adds to lists and is of use here. */
    private static final List<String> OF_LISTS = List.of("any", "collect", "count", "countBy", "each", "eachWithIndex", "every", "find", "findAll",
            "first", "groupBy", "last", "max", "min", "reverse", "size", "sort", "sum", "take", "unique");
    private static final Set<String> TO_ELEMENT = Set.of("first", "last", "find", "max", "min", "get");
    private static final Set<String> TO_SAME = Set.of("findAll", "reverse", "sort", "take", "unique");

    /** Of every object and every Groovy object; nothing to call in a script. */
    private static final Set<String> OF_ALL = Set.of("equals", "hashCode", "toString", "compareTo", "getMetaClass", "setMetaClass", "getProperty",
            "setProperty", "invokeMethod");

    public static Shape of(Class<?> type) {
        return new Shape(type, null);
    }

    public static Shape listOf(Class<?> element) {
        return new Shape(List.class, element);
    }

    private static Shape of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type[] arguments = generic.getActualTypeArguments();
            return new Shape(raw, Iterable.class.isAssignableFrom(raw) && arguments[0] instanceof Class<?> element ? element : null);
        }
        return type instanceof Class<?> plain ? of(plain) : null;
    }

    private boolean list() {
        return Iterable.class.isAssignableFrom(type);
    }

    /** Of one of its elements; null where nothing is known. */
    Shape member() {
        return element == null ? null : of(element);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        if (list()) {
            names.addAll(OF_LISTS);
            return names;
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                names.add(component.getName());
            }
        }
        for (Method method : type.getMethods()) {
            if (method.getDeclaringClass() != Object.class && !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()
                    && !OF_ALL.contains(method.getName()) && !copies(method)) {
                names.add(method.getName());
            }
        }
        return names;
    }

    /** Makes another record of this one, as the engine does while it judges. */
    private boolean copies(Method method) {
        return type.isRecord() && method.getReturnType() == type && method.getParameterCount() > 0;
    }

    /** Of what a property or method gives; null where nothing is known. */
    Shape after(String name) {
        if (list()) {
            return TO_ELEMENT.contains(name) ? member() : TO_SAME.contains(name) ? this : null;
        }
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)) {
                return of(method.getGenericReturnType());
            }
        }
        return null;
    }
}
