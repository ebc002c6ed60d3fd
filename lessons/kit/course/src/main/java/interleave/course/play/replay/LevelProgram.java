package interleave.course.play.replay;

import interleave.course.lessons.CourseException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class of a level. The fields of its object are what the threads share. Each of its methods without parameters and
 * result is the body of a thread of the same name; they start in alphabetical order. A method {@code isBroken} says,
 * after all threads have ended, whether the result is wrong.
 */
public record LevelProgram(Class<?> type) {
    private static final String VERDICT = "isBroken";

    /** The result is wrong, although no thread has failed. */
    public static final class WrongResult extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A thread has failed with an exception, the cause. */
    public static final class ThreadFailure extends Exception {
        private static final long serialVersionUID = 1;

        private ThreadFailure(String thread, Throwable cause) {
            super(thread + " failed", cause);
        }
    }

    /** Watches a run. */
    public interface Watch {
        /** Ignores everything. */
        Watch NONE = new Watch() {};

        /** Called when the shared object has been created, before the threads start. */
        default void created(Object shared) {}

        /** Called on a thread that ends with an exception. */
        default void failed(String thread, Throwable exception) {}
    }

    /**
     * The program with this class.
     *
     * @throws CourseException when there is no such class
     */
    public static LevelProgram named(String className) {
        try {
            return new LevelProgram(Class.forName(className));
        } catch (ClassNotFoundException missing) {
            throw new CourseException(
                    "There is no class " + className + ", though the lesson's lesson.yaml names it.",
                    "Correct the name, or write the class.");
        }
    }

    /** The name of its source file without the extension, such as {@code LostUpdate}. */
    public String file() {
        return type.getSimpleName();
    }

    /** The names of the threads: {@code Anna} for the method {@code anna}. */
    List<String> threads() {
        return bodies().map(LevelProgram::threadOf).toList();
    }

    /**
     * Starts all threads on a new object, and waits until they have ended.
     *
     * @throws WrongResult if the result is wrong
     * @throws ThreadFailure if a thread has failed
     */
    public void run(Watch watch) throws Exception {
        Object object = newObject();
        watch.created(object);
        var failure = new AtomicReference<@Nullable ThreadFailure>();
        List<Thread> threads = bodies().map(body -> Thread.ofPlatform()
                        .name(threadOf(body))
                        .unstarted(() -> {
                            try {
                                call(body, object);
                            } catch (InvocationTargetException thrown) {
                                Throwable cause = Objects.requireNonNullElse(thrown.getCause(), thrown);
                                failure.compareAndSet(null, new ThreadFailure(threadOf(body), cause));
                                watch.failed(threadOf(body), cause);
                            }
                        }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        if (verdict().isPresent() && Boolean.TRUE.equals(call(verdict().get(), object))) {
            throw new WrongResult();
        }
    }

    private Object newObject() throws Exception {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private Stream<Method> bodies() {
        return methods()
                .filter(method -> method.getReturnType() == void.class && !Modifier.isPrivate(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName));
    }

    private Optional<Method> verdict() {
        return methods().filter(method -> method.getName().equals(VERDICT)).findFirst();
    }

    private Stream<Method> methods() {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0
                        && !method.isSynthetic()
                        && !Modifier.isStatic(method.getModifiers()));
    }

    private static String threadOf(Method body) {
        return body.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                + body.getName().substring(1);
    }

    private static @Nullable Object call(Method method, Object object) throws InvocationTargetException {
        method.setAccessible(true);
        try {
            return method.invoke(object);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
