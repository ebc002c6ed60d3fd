package interleave.virtualtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a JUnit test, or all tests of a class, in virtual time. A test method may have a {@link VirtualClock} parameter.
 * Set-up and tear-down methods run in real time.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(VirtualTimeExtension.class)
public @interface InVirtualTime {
    /** Whether threads may end with uncaught exceptions. By default, the test fails then. */
    boolean expectUncaught() default false;
}
