package interleave.virtualtime.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The only class that accesses private members of the JDK. If a JDK has changed, it fails with the name of the member.
 */
final class JdkInternals {
    /** Values of {@code VirtualThread.state}. The self-test verifies their meaning. */
    static final int STARTED = 1;

    static final int PARKED = 4;

    static final int TIMED_PARKED = 7;
    static final int YIELDED = 11;

    static final int BLOCKED = 13;
    static final int UNBLOCKED = 14;
    static final int WAIT = 16;
    static final int TIMED_WAIT = 18;

    private static final VarHandle SCHEDULER;
    private static final VarHandle STATE;
    private static final VarHandle CONTINUATION;
    private static final VarHandle PARK_PERMIT;
    private static final VarHandle HOLDER;
    private static final VarHandle THREAD_STATUS;
    private static final VarHandle TASK;
    private static final VarHandle SYNC;
    private static final VarHandle OWNER;
    private static final VarHandle PROBE;
    private static final VarHandle EXCEPTION_HANDLER;
    private static final VarHandle BINDINGS;
    private static final MethodHandle NEW_BUILDER;
    private static final Constructor<ForkJoinPool> NEW_COMMON_POOL;
    private static final MethodHandle START_IN_CONTAINER;
    private static final MethodHandle CONTAINER;
    private static final MethodHandle ADD_TO_CONTAINER;
    private static final MethodHandle REMOVE_FROM_CONTAINER;
    private static final Field SCHEDULER_FIELD;
    private static final Executor DEFAULT_SCHEDULER;
    private static volatile Field threadInContinuation;

    static {
        try {
            var lookup = MethodHandles.lookup();
            Class<?> virtualThread = Class.forName("java.lang.VirtualThread");
            var inside = MethodHandles.privateLookupIn(virtualThread, lookup);
            SCHEDULER = inside.findVarHandle(virtualThread, "scheduler", Executor.class);
            CONTINUATION = inside.findVarHandle(virtualThread, "runContinuation", Runnable.class);
            STATE = inside.findVarHandle(virtualThread, "state", int.class);
            PARK_PERMIT = inside.findVarHandle(virtualThread, "parkPermit", boolean.class);
            var insideThread = MethodHandles.privateLookupIn(Thread.class, lookup);
            PROBE = insideThread.findVarHandle(Thread.class, "threadLocalRandomProbe", int.class);
            EXCEPTION_HANDLER = insideThread.findVarHandle(
                    Thread.class, "uncaughtExceptionHandler", Thread.UncaughtExceptionHandler.class);
            BINDINGS = insideThread.findVarHandle(Thread.class, "scopedValueBindings", Object.class);
            Class<?> holder = Class.forName("java.lang.Thread$FieldHolder");
            HOLDER = insideThread.findVarHandle(Thread.class, "holder", holder);
            THREAD_STATUS =
                    MethodHandles.privateLookupIn(holder, lookup).findVarHandle(holder, "threadStatus", int.class);
            TASK = MethodHandles.privateLookupIn(holder, lookup).findVarHandle(holder, "task", Runnable.class);
            Class<?> sync = Class.forName("java.util.concurrent.locks.ReentrantLock$Sync");
            SYNC = MethodHandles.privateLookupIn(ReentrantLock.class, lookup)
                    .findVarHandle(ReentrantLock.class, "sync", sync);
            OWNER = MethodHandles.privateLookupIn(AbstractOwnableSynchronizer.class, lookup)
                    .findVarHandle(AbstractOwnableSynchronizer.class, "exclusiveOwnerThread", Thread.class);
            Class<?> builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
            NEW_BUILDER = MethodHandles.privateLookupIn(builder, lookup)
                    .findConstructor(builder, MethodType.methodType(void.class, Executor.class));
            NEW_COMMON_POOL = ForkJoinPool.class.getDeclaredConstructor(byte.class);
            NEW_COMMON_POOL.setAccessible(true);
            Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer");
            START_IN_CONTAINER = insideThread
                    .findVirtual(Thread.class, "start", MethodType.methodType(void.class, container))
                    .asType(MethodType.methodType(void.class, Thread.class, Object.class));
            CONTAINER = insideThread
                    .findVirtual(Thread.class, "threadContainer", MethodType.methodType(container))
                    .asType(MethodType.methodType(Object.class, Thread.class));
            SCHEDULER_FIELD = virtualThread.getDeclaredField("scheduler");
            SCHEDULER_FIELD.setAccessible(true); // so that it can be set, although it is final
            DEFAULT_SCHEDULER = (Executor)
                    inside.findStatic(virtualThread, "defaultScheduler", MethodType.methodType(Executor.class))
                            .invoke();
            ADD_TO_CONTAINER = MethodHandles.privateLookupIn(container, lookup)
                    .findVirtual(container, "add", MethodType.methodType(void.class, Thread.class))
                    .asType(MethodType.methodType(void.class, Object.class, Thread.class));
            REMOVE_FROM_CONTAINER = MethodHandles.privateLookupIn(container, lookup)
                    .findVirtual(container, "remove", MethodType.methodType(void.class, Thread.class))
                    .asType(MethodType.methodType(void.class, Object.class, Thread.class));
        } catch (Throwable changed) {
            throw new ExceptionInInitializerError(changed);
        }
    }

    private JdkInternals() {}

    /** A builder of virtual threads that run on {@code scheduler}. */
    static Thread.Builder.OfVirtual virtualThreadsOn(Executor scheduler) {
        try {
            return (Thread.Builder.OfVirtual) NEW_BUILDER.invoke(scheduler);
        } catch (Throwable changed) {
            throw new IllegalStateException(changed);
        }
    }

    static Object schedulerOf(Thread virtual) {
        return SCHEDULER.get(virtual);
    }

    /** The scheduler of virtual threads that do not belong to a run. */
    static Executor defaultScheduler() {
        return DEFAULT_SCHEDULER;
    }

    /** Lets a thread that waits continue on another scheduler. */
    static void moveTo(Executor scheduler, Thread virtual) {
        try {
            SCHEDULER_FIELD.set(virtual, scheduler);
        } catch (IllegalAccessException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** Whether this is the thread of the JVM that makes threads runnable when a monitor is released. */
    static boolean isUnblocker(Thread thread) {
        return thread.getName().equals("VirtualThread-unblocker");
    }

    static int stateOf(Thread virtual) {
        return (int) STATE.get(virtual);
    }

    /** Removes the parking permit of the thread. Returns whether it had one. */
    static boolean takePermit(Thread virtual) {
        return (boolean) PARK_PERMIT.getAndSet(virtual, false);
    }

    static void setPermit(Thread virtual, boolean permit) {
        PARK_PERMIT.setVolatile(virtual, permit);
    }

    /** The thread's own handler; {@code null} if it has none or has ended. */
    static Object exceptionHandlerOf(Thread thread) {
        return EXCEPTION_HANDLER.get(thread);
    }

    static void setExceptionHandler(Thread virtual, Thread.UncaughtExceptionHandler handler) {
        EXCEPTION_HANDLER.setVolatile(virtual, handler);
    }

    /** The thread's scoped values. A platform thread that never starts has none, so the field is free. */
    static Object bindingsOf(Thread thread) {
        return BINDINGS.get(thread);
    }

    static void setBindings(Thread platform, Object bindings) {
        BINDINGS.setVolatile(platform, bindings);
    }

    /**
     * Sets the number by which data structures such as LongAdder spread their threads. All threads of a driver share
     * it.
     */
    static void setProbe(Thread driver) {
        PROBE.set(driver, 1);
    }

    /** Starts the threads of the JDK that wait for sockets, so that they do not become threads of a run. */
    static void startPollers() {
        try {
            Class.forName("sun.nio.ch.Poller", true, null);
        } catch (ClassNotFoundException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** The thread that holds a lock, as the program sees it; {@code null} for none. */
    static Thread ownerOf(ReentrantLock lock) {
        return (Thread) OWNER.get((AbstractOwnableSynchronizer) SYNC.get(lock));
    }

    /** Whether it is a thread whose body is code of the JDK, such as a worker of a pool. */
    static boolean isWorker(Thread thread) {
        if (thread.isVirtual()) {
            return false;
        }
        Object body = TASK.get(HOLDER.get(thread));
        return body == null ? isOfTheJdk(thread) : isOfTheJdk(body);
    }

    private static boolean isOfTheJdk(Object object) {
        return object.getClass().getClassLoader() == null
                && !object.getClass().getName().startsWith("interleave.");
    }

    /** Sets the status that the JVM sets when a platform thread ends. */
    static void markTerminated(Thread platform) {
        THREAD_STATUS.set(HOLDER.get(platform), 0x0002);
    }

    /**
     * A pool like {@link ForkJoinPool#commonPool()}, of the size that its system property says, or of three workers.
     */
    static ForkJoinPool newCommonPool() {
        try {
            return NEW_COMMON_POOL.newInstance((byte) 0); // reads the property and the run's number of processors
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** Starts a virtual thread, as a member of an executor or scope if there is a container. */
    static void start(Thread virtual, Optional<Object> container) {
        if (container.isEmpty()) {
            virtual.start();
            return;
        }
        try {
            START_IN_CONTAINER.invoke(virtual, container.get());
        } catch (Throwable refused) {
            throw sneaky(refused);
        }
    }

    /** Removes a thread that may never end from its executor or scope. */
    static void leaveContainer(Thread virtual) {
        invoke(REMOVE_FROM_CONTAINER, virtual);
    }

    /** Returns a thread to the executor or scope that it has left. */
    static void enterContainer(Thread virtual) {
        invoke(ADD_TO_CONTAINER, virtual);
    }

    private static void invoke(MethodHandle ofContainer, Thread virtual) {
        try {
            Object container = CONTAINER.invoke(virtual);
            if (container != null) {
                ofContainer.invoke(container, virtual);
            }
        } catch (Throwable changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** Rethrows the exception of a JDK method unchanged, if it is unchecked. */
    private static RuntimeException sneaky(Throwable thrown) {
        return switch (thrown) {
            case Error error -> throw error;
            case RuntimeException unchecked -> unchecked;
            default -> new IllegalStateException(thrown);
        };
    }

    static Runnable continuationOf(Thread virtual) {
        return (Runnable) CONTINUATION.get(virtual);
    }

    /** The thread of a continuation, which is a lambda of {@code VirtualThread} that captured its thread. */
    static Thread threadOf(Runnable continuation) {
        try {
            Field captured = threadInContinuation;
            if (captured == null || captured.getDeclaringClass() != continuation.getClass()) {
                captured = continuation.getClass().getDeclaredFields()[0];
                captured.setAccessible(true);
                threadInContinuation = captured;
            }
            return (Thread) captured.get(continuation);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
