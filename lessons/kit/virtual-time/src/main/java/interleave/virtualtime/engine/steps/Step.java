package interleave.virtualtime.engine.steps;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/**
 * What a thread does next.
 *
 * @param target the object whose field, element or monitor is used; the class for a static field; {@code null} if
 *     unknown
 * @param index the index of an element of an array or a list; otherwise -1
 */
public record Step(Site site, Object target, int index) {
    private static final String MONITOR = "(monitor)";
    static final String WHOLE = "(whole)";

    /** Whether the step enters a block that is synchronized on the target. */
    public boolean isMonitorEnter() {
        return site.access() == Access.LOCK && site.owner().isEmpty();
    }

    /** Whether the step enters the monitor of an object, as a block or as a method. */
    public boolean entersMonitorOf(Object object) {
        return (object == target || (target == null && object instanceof Class<?>))
                && (isMonitorEnter() || (site.access() == Access.CALL && SynchronizedMethods.contains(this)));
    }

    /** Whether the step may use any object, not only its target. */
    public boolean isOpaque() {
        return site.access() == Access.OPAQUE
                || (isOfTheJdk() && target != null && WholeObject.of(target).isEmpty());
    }

    private boolean isOfTheJdk() {
        return site.owner().startsWith("java/util/") || site.owner().equals("java/lang/StringBuilder");
    }

    /** Whether another thread that uses the same variable may see a difference. */
    public boolean changes() {
        return site.access() != Access.READ;
    }

    /**
     * Whether the step writes its field, element or collection. To replace an element of a list does not change the
     * list: threads may do so at different places.
     */
    public boolean writes() {
        return isOfTheJdk()
                ? !Methods.reads(site.name())
                        && !(target instanceof List && site.name().equals("set"))
                : site.access() == Access.WRITE;
    }

    /** What the step uses; empty if no other thread can know it. */
    public Optional<Variable> variable() {
        return switch (site.access()) {
            case CALL -> SynchronizedMethods.contains(this) ? Optional.of(ofCall()) : Optional.empty();
            case OPAQUE, CODE -> Optional.empty();
            default -> target == null ? Optional.empty() : Optional.of(ofTarget());
        };
    }

    /**
     * The field, the element, or the collection that is not thread-safe, which the step uses; empty if it uses none, or
     * if its object is still under construction.
     */
    public Optional<Variable> field() {
        boolean isData = site.access() == Access.READ || site.access() == Access.WRITE || isOfTheJdk();
        if (!isData || target == null || (isOfTheJdk() && !UnsafeCollections.contains(target))) {
            return Optional.empty();
        }
        return Optional.of(ofTarget());
    }

    /** The lock of the wrapper such as {@code Collections.synchronizedList} that the step calls. */
    public Optional<Object> lockOfWrapper() {
        return SynchronizedWrapper.lockOf(target);
    }

    /** Whether the wrapper holds its lock during the call. An iterator is used without it. */
    public boolean isLockedByWrapper() {
        return !SynchronizedWrapper.UNLOCKED.contains(site.name());
    }

    /** The collection that is not thread-safe, which the step uses through a wrapper. */
    public Optional<Variable> wrapped() {
        if (!isOfTheJdk()) {
            return Optional.empty();
        }
        return SynchronizedWrapper.contentOf(target)
                .filter(UnsafeCollections::contains)
                .map(content -> new Variable(content, WHOLE, -1));
    }

    /** The element of the list that the step uses; empty if it uses none. */
    public Optional<Variable> element() {
        return isOfTheJdk() && index >= 0 && UnsafeCollections.contains(target)
                ? Optional.of(new Variable(target, "", index))
                : Optional.empty();
    }

    /** Whether the step replaces the {@link #element}. */
    public boolean writesElement() {
        return site.name().equals("set");
    }

    public boolean isVolatile() {
        return usesField() && Modifier.isVolatile(flags());
    }

    public boolean isFinal() {
        return usesField() && Modifier.isFinal(flags());
    }

    private boolean usesField() {
        return !site.name().isEmpty() && !isOfTheJdk();
    }

    private int flags() {
        return FieldFlags.of(this);
    }

    private Variable ofTarget() {
        return isOfTheJdk()
                ? new Variable(WholeObject.of(target).orElse(target), WHOLE, -1)
                : new Variable(target, name(), index);
    }

    private Variable ofCall() {
        return new Variable(target == null ? site.owner().intern() : target, MONITOR, -1);
    }

    private String name() {
        return isMonitorEnter() ? MONITOR : site.name();
    }
}
