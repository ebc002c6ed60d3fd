package interleave.course;

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
 * @param about what is particular to it, in a few words
 * @param realTime why it cannot run in virtual time, if it cannot: such as that it uses a socket
 */
record Version(String className, String about, Optional<String> realTime) {

    /** As it is typed after {@code --only}: {@code event-loop}. */
    String id() {
        return label().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** As it is shown: {@code Event loop}. */
    String label() {
        String name = simpleName().replaceFirst("^With", "");
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Whether somebody means this version by {@code event-loop}, {@code Event loop} or {@code WithEventLoop}. */
    boolean answersTo(String typed) {
        String bare = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        return bare.equals(id().replace("-", "")) || bare.equals(simpleName().toLowerCase(Locale.ROOT));
    }

    /** Whether its {@code main} has a parameter. */
    boolean takesArguments() {
        return mainMethod().getParameterCount() > 0;
    }

    /** As the lesson's folder has it: {@code WithEventLoop}. */
    String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /**
     * Runs the version's {@code main}.
     *
     * @throws Throwable what {@code main} threw; {@link CourseException} when it cannot be run so
     */
    void run(List<String> arguments) throws Throwable {
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
        return Arrays.stream(load().getDeclaredMethods()).filter(method -> method.getName().equals("main")).findFirst()
                .orElseThrow(() -> new CourseException(className + " has no method 'main'.",
                        "Give it one, 'static void main()', that runs the article's example."));
    }

    private Class<?> load() {
        try {
            return Class.forName(className);
        } catch (ClassNotFoundException missing) {
            throw new CourseException("There is no class " + className + ", though the lesson's lesson.yaml names it.",
                    "Mend the name, or write the class.");
        }
    }
}
