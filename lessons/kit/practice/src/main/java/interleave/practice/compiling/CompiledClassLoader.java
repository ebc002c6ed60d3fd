package interleave.practice.compiling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads classes compiled in memory; they take precedence over classes of the course with the same name. It loads the
 * other classes of their package as well, because package-private classes are accessible only to classes of the same
 * loader.
 */
public final class CompiledClassLoader extends ClassLoader {
    private final String packageName;
    private final Map<String, byte[]> classes;

    /** @param packageName the package of the compiled classes */
    public CompiledClassLoader(String packageName, Map<String, byte[]> classes) {
        super(CompiledClassLoader.class.getClassLoader());
        this.packageName = packageName;
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] code = codeOf(name);
            return code == null ? super.loadClass(name, resolve) : defineClass(name, code, 0, code.length);
        }
    }

    /** Virtual time rewrites a class, and looks here for the superclasses of the exceptions that it catches. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] compiled = classes.get(name.replaceFirst("\\.class$", "").replace('/', '.'));
        return compiled == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(compiled);
    }

    private byte @Nullable [] codeOf(String name) {
        byte[] compiled = classes.get(name);
        return compiled == null && name.startsWith(packageName + ".") ? codeOfTheCourse(name) : compiled;
    }

    private byte @Nullable [] codeOfTheCourse(String name) {
        try (InputStream code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return code == null ? null : code.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
