package interleave.practice.compiling;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads classes compiled in memory; they take precedence over classes of the course with the same name. */
public final class CompiledClassLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    public CompiledClassLoader(Map<String, byte[]> classes) {
        super(CompiledClassLoader.class.getClassLoader());
        this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = classes.containsKey(name) ? ownClass(name) : super.loadClass(name, resolve);
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    private @Nullable Class<?> ownClass(String name) {
        Class<?> loaded = findLoadedClass(name);
        byte[] code = classes.get(name);
        return loaded != null || code == null ? loaded : defineClass(name, code, 0, code.length);
    }
}
