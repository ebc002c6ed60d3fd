package interleave.course.play.replay;

import java.lang.constant.Constable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a level's object: their names, their values, and the locks among them. */
record SharedObjects(Object level) {
    /**
     * Finds the owner in the text of a lock of the JDK, such as {@code ReentrantLock@1b2c3d[Locked by thread Anna]}.
     */
    private static final Pattern OWNER = Pattern.compile(".*\\[Locked by thread (.*)]", Pattern.DOTALL);

    /** The name of the field with this object; {@code this} for the level's own; empty if it is in no field. */
    Optional<String> nameOf(Object object) {
        return object == level
                ? Optional.of("this")
                : fields().filter(field -> valueOf(field, level) == object)
                        .findFirst()
                        .map(Field::getName);
    }

    /** The thread that holds a lock of the JDK exclusively, according to its {@code toString}. */
    static Optional<String> ownerOf(Object lock) {
        Matcher owner = OWNER.matcher(lock.toString());
        return owner.matches() ? Optional.of(owner.group(1)) : Optional.empty();
    }

    /** The fields that are locks, in the order of the source. Any field of the class {@code Object} is one. */
    Map<String, Object> locks() {
        var locks = new LinkedHashMap<String, Object>();
        fields().forEach(field -> {
            Object value = valueOf(field, level);
            if (value != null && isLock(value)) {
                locks.put(field.getName(), value);
            }
        });
        return locks;
    }

    private static boolean isLock(Object value) {
        return value instanceof Lock || value.getClass() == Object.class;
    }

    /** The write lock that belongs to this read lock, or the other way round. */
    Optional<Object> counterpart(Object lock) {
        return fields().map(field -> valueOf(field, level))
                .filter(ReadWriteLock.class::isInstance)
                .map(ReadWriteLock.class::cast)
                .filter(pair -> pair.readLock() == lock || pair.writeLock() == lock)
                .findFirst()
                .map(pair -> pair.readLock() == lock ? pair.writeLock() : pair.readLock());
    }

    /** All fields with their values, in the order of the source. A read-write lock is shown as its two locks. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        fields().filter(field -> !(valueOf(field, level) instanceof ReadWriteLock))
                .forEach(field -> values.put(field.getName(), shown(valueOf(field, level))));
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

    /**
     * The value of a field if the text shows all of the value: null, a number, a boolean, a string or an enum constant.
     */
    static Optional<String> constantOf(Object target, String field) {
        return declared(target, field)
                .filter(each -> isConstant(valueOf(each, target)))
                .flatMap(each -> valueOf(target, field));
    }

    private static boolean isConstant(@Nullable Object value) {
        return value == null || value instanceof Constable;
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
            default -> value.toString();
        };
    }
}
