package interleave.course.terminal;

import java.lang.reflect.Proxy;

/**
 * A signal of the operating system. The JDK has no other way to handle one than {@code sun.misc.Signal}, which is
 * called by reflection because the compiler warns of it.
 *
 * @param name such as {@code INT} for Ctrl-C
 */
public record SystemSignal(String name) {

    /** The reaction to a signal; called on a thread of the JVM. */
    public interface Action {
        void run() throws InterruptedException;
    }

    /**
     * Calls {@code action} at each signal from now on, and returns the handler that did so before.
     *
     * @throws IllegalStateException when this system has no such signal
     */
    Object handle(Action action) {
        try {
            var type = Class.forName("sun.misc.SignalHandler");
            return restore(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    }));
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /** Sets a handler, and returns the one before. */
    Object restore(Object handler) {
        try {
            var type = Class.forName("sun.misc.Signal");
            return type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
                    .invoke(null, type.getConstructor(String.class).newInstance(name), handler);
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
