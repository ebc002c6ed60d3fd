package benchmarks.quick;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rows that {@code ./lesson bench --quick} does not measure, so that the rest fits into three minutes. It annotates the
 * class or a method of a benchmark. Rows whose calls take too long are left out without an annotation.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(ExcludedFromQuick.All.class)
public @interface ExcludedFromQuick {

    /** The reason, which the report shows. */
    String because();

    /** Only the rows with one of these parameters, such as {@code tasks=1000}; all rows by default. */
    String[] rows() default {};

    /** Contains several of these annotations. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface All {
        ExcludedFromQuick[] value();
    }
}
