package interleave.virtualtime.engine.steps;

import java.util.Optional;

/**
 * What a thread does next.
 *
 * @param target the object whose field, element or monitor is used; the class for a static field; {@code null} if
 *     unknown
 * @param index the index of an array element; otherwise -1
 */
public record Step(Site site, Object target, int index) {
    private static final String MONITOR = "(monitor)";
    private static final String WHOLE = "(whole)";

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
        return site.owner().startsWith("java/util/");
    }

    /** Whether another thread that uses the same variable may see a difference. */
    public boolean changes() {
        return site.access() != Access.READ;
    }

    /** What the step uses; empty if no other thread can know it. */
    public Optional<Variable> variable() {
        return switch (site.access()) {
            case CALL -> SynchronizedMethods.contains(this) ? Optional.of(ofCall()) : Optional.empty();
            case OPAQUE, CODE -> Optional.empty();
            default -> target == null ? Optional.empty() : Optional.of(ofTarget());
        };
    }

    private Variable ofTarget() {
        return new Variable(isOfTheJdk() ? WholeObject.of(target).orElse(target) : target, name(), index);
    }

    private Variable ofCall() {
        return new Variable(target == null ? site.owner().intern() : target, MONITOR, -1);
    }

    private String name() {
        if (isMonitorEnter()) {
            return MONITOR;
        }
        return isOfTheJdk() ? WHOLE : site.name();
    }
}
