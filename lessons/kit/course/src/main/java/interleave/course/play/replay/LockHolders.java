package interleave.course.play.replay;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock;
import java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which thread holds which lock. A lock of the JDK reports its owner; readers and monitors are stored here. */
final class LockHolders {
    private final SharedObjects shared;
    private final Map<String, List<Object>> monitors = new LinkedHashMap<>();
    private final Map<String, Set<Object>> readLocks = new LinkedHashMap<>();

    LockHolders(SharedObjects shared) {
        this.shared = shared;
    }

    /** Stores the monitors that a thread holds now. */
    void holdsMonitors(String thread, List<Object> held) {
        monitors.put(thread, held);
    }

    List<Object> monitorsOf(String thread) {
        return monitors.getOrDefault(thread, List.of());
    }

    /** Stores that a thread holds a read lock. */
    void reads(String thread, ReadLock lock) {
        readLocks.computeIfAbsent(thread, first -> new HashSet<>()).add(lock);
    }

    void releases(String thread, ReadLock lock) {
        readLocks.getOrDefault(thread, new HashSet<>()).remove(lock);
    }

    void ended(String thread) {
        monitors.remove(thread);
        readLocks.remove(thread);
    }

    /** Why a thread cannot take a lock now, such as {@code which Anna holds}; empty if it can. */
    Optional<String> obstacle(Object lock, String thread) {
        Optional<String> holder = lock instanceof ReadLock ? Optional.empty() : other(lock, thread);
        return holder.map(name -> ", which " + name + " holds")
                .or(() -> shared.counterpart(lock)
                        .flatMap(other -> lock instanceof WriteLock
                                ? holders(other).findFirst().map(name -> because(name, other))
                                : other(other, thread).map(name -> because(name, other))));
    }

    private String because(String holder, Object lock) {
        return ", because " + holder + " holds " + shared.nameOf(lock).orElse("the other lock of the pair");
    }

    private Optional<String> other(Object lock, String thread) {
        return holders(lock).findFirst().filter(name -> !name.equals(thread));
    }

    private Stream<String> holders(Object lock) {
        if (lock instanceof Lock) {
            return lock instanceof ReadLock ? threadsWith(readLocks, lock) : SharedObjects.ownerOf(lock).stream();
        }
        return threadsWith(monitors, lock);
    }

    private static Stream<String> threadsWith(Map<String, ? extends Collection<Object>> held, Object lock) {
        return held.entrySet().stream()
                .filter(thread -> thread.getValue().stream().anyMatch(each -> each == lock))
                .map(Map.Entry::getKey);
    }

    /** The values of the shared fields. The value of a lock names the threads that hold it. */
    Map<String, String> values() {
        var shown = new LinkedHashMap<>(shared.values());
        shared.locks().forEach((field, lock) -> shown.put(field, heldBy(lock).orElse("free")));
        monitors.values().stream()
                .flatMap(List::stream)
                .filter(monitor -> !shared.locks().containsValue(monitor))
                .forEach(monitor -> shown.put(
                        shared.nameOf(monitor).orElse("a lock"), heldBy(monitor).orElseThrow()));
        return shown;
    }

    private Optional<String> heldBy(Object lock) {
        String names = holders(lock).collect(Collectors.joining(" and "));
        return names.isEmpty() ? Optional.empty() : Optional.of("held by " + names);
    }
}
