package interleave.course.play.replay;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a level's object: their names, their values, and the locks among them. */
record SharedObjects(Object level) {
    /** The text of {@code toString} of a lock of the JDK: {@code ReentrantLock@1b2c[Locked by thread Anna]}. */
    private static final Pattern STATE = Pattern.compile("[\\w.$]+@[0-9a-f]+\\[(.*)]", Pattern.DOTALL);

    private static final Pattern OWNER = Pattern.compile("Locked by thread (.*)");

    /** The name of the field with this object; {@code this} for the level's own; empty if it is in no field. */
    Optional<String> nameOf(Object object) {
        return object == level
                ? Optional.of("this")
                : fields().filter(field -> valueOf(field, level) == object)
                        .findFirst()
                        .map(Field::getName);
    }

    /** The thread that holds a {@code ReentrantLock}, according to its {@code toString}. */
    static Optional<String> ownerOf(Object lock) {
        Matcher owner = OWNER.matcher(lock instanceof ReentrantLock ? stateOf(lock) : "");
        return owner.matches() ? Optional.of(owner.group(1)) : Optional.empty();
    }

    /** All fields with their values, in the order of the source. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        fields().forEach(field -> values.put(field.getName(), shown(valueOf(field, level))));
        return values;
    }

    /** Whether the field cannot change, so that reading it does not count as a step. */
    static boolean isFinal(Object target, String field) {
        return declared(target, field)
                .filter(each -> Modifier.isFinal(each.getModifiers()))
                .isPresent();
    }

    /** The value of a field of this object; empty if there is no such field. */
    static Optional<String> valueOf(Object target, String field) {
        return declared(target, field).map(each -> shown(valueOf(each, target)));
    }

    private Stream<Field> fields() {
        return Arrays.stream(level.getClass().getDeclaredFields())
                .filter(field -> !field.isSynthetic() && !Modifier.isStatic(field.getModifiers()));
    }

    private static Optional<Field> declared(Object target, String name) {
        Class<?> type = target instanceof Class<?> declaring ? declaring : target.getClass();
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().equals(name))
                .findFirst();
    }

    private static @Nullable Object valueOf(Field field, Object target) {
        try {
            field.setAccessible(true);
            return field.get(target);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + text + '"';
            case Object[] array -> Arrays.toString(array);
            case int[] numbers -> Arrays.toString(numbers);
            case ThreadPoolExecutor pool -> pool.getQueue().size() + " queued";
            case Collection<?> all -> all.toString();
            case Map<?, ?> all -> all.toString();
            default -> value.getClass() == Object.class ? "" : stateOf(value);
        };
    }

    private static String stateOf(Object value) {
        Matcher state = STATE.matcher(value.toString());
        return state.matches() ? state.group(1) : value.toString();
    }
}
