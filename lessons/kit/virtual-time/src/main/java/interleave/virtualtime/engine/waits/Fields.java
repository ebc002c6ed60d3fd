package interleave.virtualtime.engine.waits;

import java.lang.reflect.Field;
import java.util.Optional;

/** Reads private fields of the JDK. What another JDK does not have is empty, and missing in the report. */
final class Fields {
    private Fields() {}

    /** The value of a field, which may be declared by a superclass; empty if there is none, or it is null. */
    static Optional<Object> read(Object object, String name) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return Optional.ofNullable(field.get(object));
            } catch (NoSuchFieldException inherited) {
                // look at the superclass
            } catch (IllegalAccessException | RuntimeException closed) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** As {@link #read}, if the value has this type. */
    static <T> Optional<T> read(Object object, String name, Class<T> type) {
        return read(object, name).filter(type::isInstance).map(type::cast);
    }
}
