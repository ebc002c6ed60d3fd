/**
 * Another JVM of this machine: whether it may be read, its event loops, its scopes and its threads. May use
 * {@code lessons} for its refusals, {@code terminal}, and the attach API of the JDK. It knows the event loop only by
 * the names of its MBean.
 */
@NullMarked
package interleave.course.jvm;

import org.jspecify.annotations.NullMarked;
