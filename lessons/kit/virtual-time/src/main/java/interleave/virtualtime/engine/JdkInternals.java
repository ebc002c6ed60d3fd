package interleave.virtualtime.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** The one class that reaches into what the JDK keeps to itself. A JDK that has changed fails here, by name. */
final class JdkInternals {
    /** Values of {@code VirtualThread.state}; {@link SelfTest} proves that they mean what they are taken for. */
    static final int YIELDED = 11;
    static final int BLOCKED = 13;
    static final int UNBLOCKED = 14;

    private static final VarHandle SCHEDULER;
    private static final VarHandle STATE;
    private static final VarHandle INHERITED_LOCALS;
    private static final VarHandle HOLDER;
    private static final VarHandle THREAD_STATUS;
    private static final VarHandle PARALLELISM;
    private static final MethodHandle NEW_BUILDER;
    private static final Constructor<ForkJoinPool> NEW_COMMON_POOL;
    private static final Method ADD_TO_CONTAINER;
    private static final Method REMOVE_FROM_CONTAINER;

    static {
        try {
            var lookup = MethodHandles.lookup();
            Class<?> virtualThread = Class.forName("java.lang.VirtualThread");
            var inside = MethodHandles.privateLookupIn(virtualThread, lookup);
            SCHEDULER = inside.findVarHandle(virtualThread, "scheduler", Executor.class);
            STATE = inside.findVarHandle(virtualThread, "state", int.class);
            INHERITED_LOCALS = MethodHandles.privateLookupIn(Thread.class, lookup).findVarHandle(Thread.class,
                    "inheritableThreadLocals", Class.forName("java.lang.ThreadLocal$ThreadLocalMap"));
            Class<?> holder = Class.forName("java.lang.Thread$FieldHolder");
            HOLDER = MethodHandles.privateLookupIn(Thread.class, lookup).findVarHandle(Thread.class, "holder", holder);
            THREAD_STATUS = MethodHandles.privateLookupIn(holder, lookup).findVarHandle(holder, "threadStatus",
                    int.class);
            PARALLELISM = MethodHandles.privateLookupIn(ForkJoinPool.class, lookup).findVarHandle(ForkJoinPool.class,
                    "parallelism", int.class);
            Class<?> builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
            NEW_BUILDER = MethodHandles.privateLookupIn(builder, lookup).findConstructor(builder, MethodType.methodType(
                    void.class, Executor.class));
            NEW_COMMON_POOL = ForkJoinPool.class.getDeclaredConstructor(byte.class);
            NEW_COMMON_POOL.setAccessible(true);
            Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer");
            ADD_TO_CONTAINER = accessible(container.getDeclaredMethod("add", Thread.class));
            REMOVE_FROM_CONTAINER = accessible(container.getDeclaredMethod("remove", Thread.class));
        } catch (ReflectiveOperationException changed) {
            throw new ExceptionInInitializerError(changed);
        }
    }

    private JdkInternals() {}

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }

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

    static int stateOf(Thread virtual) {
        return (int) STATE.get(virtual);
    }

    static void inheritLocals(Thread from, Thread to) {
        INHERITED_LOCALS.set(to, INHERITED_LOCALS.get(from));
    }

    /** What the JVM writes when a platform thread ends. */
    static void markTerminated(Thread platform) {
        THREAD_STATUS.set(HOLDER.get(platform), 0x0002);
    }

    /** A pool like {@link ForkJoinPool#commonPool()}, with as many workers on every machine. */
    static ForkJoinPool newCommonPool(int parallelism) {
        try {
            ForkJoinPool pool = NEW_COMMON_POOL.newInstance((byte) 0);
            PARALLELISM.set(pool, parallelism);
            return pool;
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    static void addToContainer(Object container, Thread thread) {
        call(ADD_TO_CONTAINER, container, thread);
    }

    static void removeFromContainer(Object container, Thread thread) {
        call(REMOVE_FROM_CONTAINER, container, thread);
    }

    private static void call(Method method, Object container, Thread thread) {
        try {
            method.invoke(container, thread);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** The thread whose continuation this is: a lambda of {@code VirtualThread} that captured its own thread. */
    static Thread threadOf(Runnable continuation) {
        try {
            Field captured = continuation.getClass().getDeclaredFields()[0];
            captured.setAccessible(true);
            return (Thread) captured.get(continuation);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
