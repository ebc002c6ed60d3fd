package interleave.virtualtime.engine.steps;

import java.lang.reflect.Field;
import java.util.Optional;

/** Finds the collection to which an iterator or a view belongs. */
final class WholeObject {
    private static final ClassValue<Optional<Field>> OUTER = new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> type) {
            for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
                try {
                    Field outer = declaring.getDeclaredField("this$0");
                    outer.setAccessible(true);
                    return Optional.of(outer);
                } catch (NoSuchFieldException none) {
                    // the field may be in a superclass
                }
            }
            return Optional.empty();
        }
    };

    private WholeObject() {}

    /** The object itself, or the one that it is a part of; empty if that is unknown. */
    static Optional<Object> of(Object target) {
        Object whole = target;
        while (isPart(whole)) {
            Optional<Field> outer = OUTER.get(whole.getClass());
            if (outer.isEmpty()) {
                return Optional.empty();
            }
            whole = read(outer.get(), whole);
        }
        return Optional.of(whole);
    }

    private static boolean isPart(Object object) {
        String name = object.getClass().getName();
        return name.startsWith("java.util.") && name.contains("$") && !name.startsWith("java.util.Immutable");
    }

    private static Object read(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
