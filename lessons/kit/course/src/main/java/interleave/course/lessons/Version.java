package interleave.course.lessons;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One version of a lesson: a class whose {@code main} runs the article's example.
 *
 * @param className with its package, such as {@code greet.WithEventLoop}
 * @param about what distinguishes it, in a few words
 * @param preview whether it uses a preview API, which belongs to one release of Java
 * @param realTime why it cannot run in virtual time, if it cannot: such as that it uses a socket
 * @param hangs whether it is meant to hang, so that its report is no failure of the run
 * @param preemptions the most preemptions in the schedules that are tried instead of a single run; empty for a version
 *     that is run
 */
public record Version(
        String className,
        String about,
        boolean preview,
        Optional<String> realTime,
        boolean hangs,
        Optional<Integer> preemptions) {
    /** Whose preview APIs the course is written for. */
    private static final int PREVIEW_RELEASE = 25;

    /** A version that is run, and ends. */
    public Version(String className, String about, boolean preview, Optional<String> realTime) {
        this(className, about, preview, realTime, false, Optional.empty());
    }

    /** As it is typed after {@code --only}: {@code event-loop}. */
    public String id() {
        return words().replace(' ', '-');
    }

    /** As it is shown: {@code Event loop}. */
    public String label() {
        String words = words();
        return (Character.toUpperCase(words.charAt(0)) + words.substring(1))
                .replace("Jdbc", "JDBC")
                .replace("Vertx", "Vert.x");
    }

    private String words() {
        return simpleName()
                .replaceFirst("^With", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether this is a name of the version: {@code event-loop}, {@code Event loop} or {@code WithEventLoop}. */
    public boolean answersTo(String typed) {
        String bare = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        return bare.equals(id().replace("-", "")) || bare.equals(simpleName().toLowerCase(Locale.ROOT));
    }

    /** Whether it can be run here, and its {@code main} has a parameter. */
    public boolean takesArguments() {
        return obstacle().isEmpty() && mainMethod().getParameterCount() > 0;
    }

    /** Why this JVM cannot run it, if it cannot: its preview API is off, or is that of another release. */
    public Optional<String> obstacle() {
        if (!preview) {
            return Optional.empty();
        }
        int here = Runtime.version().feature();
        try {
            Class.forName(className, false, Version.class.getClassLoader());
            return Optional.empty();
        } catch (UnsupportedClassVersionError refused) {
            return Optional.of(
                    here == PREVIEW_RELEASE
                            ? "it uses a preview API. Start Java with --enable-preview, as ./lesson does."
                            : otherRelease(here));
        } catch (ClassNotFoundException missing) {
            return Optional.of(
                    here == PREVIEW_RELEASE
                            ? "it uses a preview API, and the course was built by another JDK. Type './lesson mvn"
                                    + " clean' and start again."
                            : otherRelease(here));
        }
    }

    private static String otherRelease(int here) {
        return "it uses a preview API of Java " + PREVIEW_RELEASE + ", and this is Java " + here
                + ". All other versions run.";
    }

    /** As the lesson's folder has it: {@code WithEventLoop}. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /**
     * Runs the version's {@code main}.
     *
     * @throws Throwable what {@code main} threw; {@link CourseException} when there is no such class or method
     */
    public void run(List<String> arguments) throws Throwable {
        Method main = mainMethod();
        main.setAccessible(true);
        try {
            if (main.getParameterCount() == 0) {
                main.invoke(null);
            } else {
                main.invoke(null, (Object) arguments.toArray(String[]::new));
            }
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Method mainMethod() {
        return Arrays.stream(load().getDeclaredMethods())
                .filter(method -> method.getName().equals("main"))
                .findFirst()
                .orElseThrow(() -> new CourseException(
                        className + " has no method 'main'.",
                        "Give it one, 'static void main()', that runs the article's example."));
    }

    private Class<?> load() {
        try {
            return Class.forName(className);
        } catch (ClassNotFoundException missing) {
            throw new CourseException(
                    "There is no class " + className + ", though the lesson's lesson.yaml names it.",
                    "Correct the name, or write the class.");
        }
    }
}
