package interleave.course.terminal;

import java.lang.reflect.Proxy;

/**
 * What Ctrl-C does while a lesson runs: the first ends the version that runs now, so that what happened so far can be
 * drawn; the second ends the program. A shutdown hook would be too late: Flight Recorder has one that stops recording.
 */
public final class CtrlC implements AutoCloseable {
    /** What to do at once; it may be interrupted. */
    public interface Action {
        void run() throws InterruptedException;
    }

    private final Object before;
    private volatile boolean pressed;

    private CtrlC(Action action) {
        before = SunSignal.handle(() -> {
            if (pressed) {
                Runtime.getRuntime().halt(ExitCode.ENDED_BY_CTRL_C);
            }
            pressed = true;
            action.run();
        });
    }

    /** Calls {@code action} at the first Ctrl-C, until this is closed. */
    public static CtrlC handledBy(Action action) {
        return new CtrlC(action);
    }

    public boolean pressed() {
        return pressed;
    }

    @Override
    public void close() {
        SunSignal.restore(before);
    }

    /** {@code sun.misc.Signal}, the one way to be told; by reflection, for the compiler warns of it otherwise. */
    private static final class SunSignal {
        /** Returns the handler there was before. */
        static Object handle(Action action) {
            try {
                var type = Class.forName("sun.misc.SignalHandler");
                return restore(Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                            if (method.getName().equals("handle")) {
                                action.run();
                            }
                            return null;
                        }));
            } catch (ClassNotFoundException absent) {
                throw new IllegalStateException(absent);
            }
        }

        static Object restore(Object handler) {
            try {
                var type = Class.forName("sun.misc.Signal");
                return type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
                        .invoke(null, type.getConstructor(String.class).newInstance("INT"), handler);
            } catch (ReflectiveOperationException absent) {
                throw new IllegalStateException(absent);
            }
        }
    }
}
