package org.resetscope.console.internal;

import groovy.lang.GroovyObject;

/**
 * Parent of all script classes: what Groovy's own bundle has comes from there, everything else from the console and what it requires.
 * The bundle's class loader alone would not do: scripts use classes of Groovy that its bundle does not export to everybody.
 */
final class ScriptClassLoader extends ClassLoader {

    ScriptClassLoader() {
        super(GroovyObject.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return ScriptClassLoader.class.getClassLoader().loadClass(name);
    }
}
