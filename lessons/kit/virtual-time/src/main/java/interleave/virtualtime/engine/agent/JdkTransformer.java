package interleave.virtualtime.engine.agent;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Redirects calls in JDK classes that would use real time, real threads or counters of the whole JVM. All other methods
 * keep their bytes.
 */
final class JdkTransformer implements ClassRewriter.Rules {
    private static final ClassDesc HOOKS = ClassDesc.of("interleave.virtualtime.engine.Hooks");
    private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String SUBTASK_RESULT = CONCURRENT + "StructuredTaskScopeImpl$SubtaskImpl$AltResult";

    /** Classes that wait until a deadline, and check it against a clock. */
    private static final Set<String> TIMED = Set.of(
            "java/lang/VirtualThread",
            "java/util/Timer",
            "java/util/TimerThread",
            "java/util/Date",
            "java/util/Random",
            "java/time/Clock",
            "java/time/Clock$SystemClock",
            "java/time/Clock$SystemInstantSource",
            "java/util/GregorianCalendar",
            "sun/util/locale/provider/CalendarProviderImpl",
            "java/lang/Thread",
            "java/lang/ref/ReferenceQueue",
            "jdk/internal/misc/ThreadFlock",
            CONCURRENT + "locks/AbstractQueuedSynchronizer",
            CONCURRENT + "locks/AbstractQueuedSynchronizer$ConditionObject",
            CONCURRENT + "locks/AbstractQueuedLongSynchronizer",
            CONCURRENT + "locks/AbstractQueuedLongSynchronizer$ConditionObject",
            CONCURRENT + "locks/StampedLock",
            CONCURRENT + "locks/LockSupport",
            CONCURRENT + "AbstractExecutorService",
            CONCURRENT + "ThreadPerTaskExecutor",
            CONCURRENT + "CompletableFuture",
            CONCURRENT + "CompletableFuture$Signaller",
            CONCURRENT + "DelayScheduler",
            CONCURRENT + "DelayScheduler$ScheduledForkJoinTask",
            CONCURRENT + "Exchanger",
            CONCURRENT + "ForkJoinPool",
            CONCURRENT + "ForkJoinTask",
            CONCURRENT + "FutureTask",
            CONCURRENT + "LinkedTransferQueue",
            CONCURRENT + "LinkedTransferQueue$DualNode",
            CONCURRENT + "Phaser",
            CONCURRENT + "Phaser$QNode",
            CONCURRENT + "ScheduledThreadPoolExecutor",
            CONCURRENT + "ScheduledThreadPoolExecutor$ScheduledFutureTask",
            CONCURRENT + "SynchronousQueue$Transferer",
            CONCURRENT + "SubmissionPublisher$BufferedSubscription");

    /** Classes that treat fork-join workers differently from other threads. They must see the worker, not its twin. */
    private static final Set<String> FORK_JOIN = Set.of(
            CONCURRENT + "ForkJoinPool",
            CONCURRENT + "ForkJoinPool$WorkQueue",
            CONCURRENT + "ForkJoinTask",
            CONCURRENT + "ForkJoinTask$Aux",
            CONCURRENT + "ForkJoinWorkerThread",
            CONCURRENT + "CountedCompleter",
            CONCURRENT + "DelayScheduler",
            CONCURRENT + "CompletableFuture",
            CONCURRENT + "CompletableFuture$AsyncSupply",
            CONCURRENT + "CompletableFuture$DelayedExecutor",
            CONCURRENT + "ForkJoinTask$RunnableExecuteAction",
            CONCURRENT + "ForkJoinTask$InterruptibleTask",
            CONCURRENT + "ForkJoinTask$AdaptedInterruptibleCallable");

    /**
     * Classes that store, compare or show the current thread, or store its values. They must see the thread, not its
     * twin. {@code LockSupport} must see the twin, which it parks.
     */
    private static final Set<String> SHOWN_TO_THE_PROGRAM = Set.of(
            "java/lang/ThreadLocal",
            "java/lang/ThreadGroup",
            "java/util/stream/AbstractTask",
            CONCURRENT + "CompletableFuture$Signaller",
            CONCURRENT + "CyclicBarrier",
            CONCURRENT + "DelayQueue",
            CONCURRENT + "Exchanger",
            CONCURRENT + "Exchanger$Node",
            CONCURRENT + "ExecutorService",
            CONCURRENT + "Executors$DefaultThreadFactory",
            CONCURRENT + "Executors$PrivilegedCallableUsingCurrentClassLoader",
            CONCURRENT + "Executors$PrivilegedThreadFactory",
            CONCURRENT + "Executors$PrivilegedThreadFactory$1",
            CONCURRENT + "ForkJoinWorkerThread$InnocuousForkJoinWorkerThread",
            CONCURRENT + "Future",
            CONCURRENT + "FutureTask",
            CONCURRENT + "FutureTask$WaitNode",
            CONCURRENT + "LinkedTransferQueue$DualNode",
            CONCURRENT + "Phaser",
            CONCURRENT + "Phaser$QNode",
            CONCURRENT + "ScheduledThreadPoolExecutor$DelayedWorkQueue",
            CONCURRENT + "SubmissionPublisher",
            CONCURRENT + "SubmissionPublisher$BufferedSubscription",
            CONCURRENT + "ThreadPerTaskExecutor",
            CONCURRENT + "ThreadPerTaskExecutor$TaskRunner",
            CONCURRENT + "ThreadPoolExecutor",
            CONCURRENT + "ThreadPoolExecutor$Worker",
            CONCURRENT + "locks/AbstractQueuedLongSynchronizer",
            CONCURRENT + "locks/AbstractQueuedLongSynchronizer$ConditionNode",
            CONCURRENT + "locks/AbstractQueuedLongSynchronizer$ConditionObject",
            CONCURRENT + "locks/AbstractQueuedSynchronizer",
            CONCURRENT + "locks/AbstractQueuedSynchronizer$ConditionNode",
            CONCURRENT + "locks/AbstractQueuedSynchronizer$ConditionObject",
            CONCURRENT + "locks/ReentrantLock$FairSync",
            CONCURRENT + "locks/ReentrantLock$NonfairSync",
            CONCURRENT + "locks/ReentrantLock$Sync",
            CONCURRENT + "locks/ReentrantReadWriteLock$Sync",
            CONCURRENT + "locks/ReentrantReadWriteLock$Sync$HoldCounter",
            CONCURRENT + "locks/StampedLock");

    /** Methods of {@code Thread} that must see the thread. The other ones drive the twin. */
    private static final Set<String> SHOWN_BY_THREAD = Set.of("<init>", "activeCount", "enumerate");

    /** Counters of the whole JVM, and the start value of the counter of each run. */
    private static final Map<String, Long> COUNTERS = Map.of(
            CONCURRENT + "Executors$DefaultThreadFactory.poolNumber",
            1L,
            "java/util/Timer.nextSerialNumber",
            0L,
            CONCURRENT + "ThreadLocalRandom.probeGenerator",
            0L,
            CONCURRENT + "ThreadLocalRandom.seeder",
            42L,
            "java/util/Random.seedUniquifier",
            8682522807148012L,
            "java/util/SplittableRandom.defaultGen",
            42L);

    private static final Set<String> OTHERS = Set.of(
            CONCURRENT + "ThreadLocalRandom",
            CONCURRENT + "Executors",
            "java/util/SplittableRandom",
            "java/lang/InterruptedException",
            "sun/management/ThreadImpl",
            SUBTASK_RESULT,
            "java/util/Collections",
            "java/io/FileInputStream",
            "sun/nio/ch/SelectorImpl",
            "sun/nio/ch/Poller");

    /** Methods that perform real input and output, and the name of the operation for the exception. */
    private static final Map<String, String> REAL_IO = Map.ofEntries(
            Map.entry("java/net/Socket.connect(Ljava/net/SocketAddress;I)V", "connecting a java.net.Socket"),
            Map.entry("java/net/ServerSocket.implAccept(Ljava/net/Socket;)V", "accepting on a java.net.ServerSocket"),
            Map.entry("java/net/ServerSocket.accept()Ljava/net/Socket;", "accepting on a java.net.ServerSocket"),
            Map.entry("java/net/DatagramSocket.receive(Ljava/net/DatagramPacket;)V", "receiving on a DatagramSocket"),
            Map.entry("java/net/DatagramSocket.send(Ljava/net/DatagramPacket;)V", "sending on a DatagramSocket"),
            Map.entry(
                    "java/net/InetAddress.getAllByName0(Ljava/lang/String;Z)[Ljava/net/InetAddress;",
                    "looking up a host name"),
            Map.entry(
                    "java/net/InetAddress.getHostFromNameService(Ljava/net/InetAddress;)Ljava/lang/String;",
                    "looking up a host name"),
            Map.entry("sun/nio/ch/NioSocketImpl.read([BII)I", "reading from a java.net.Socket"),
            Map.entry("sun/nio/ch/SocketChannelImpl.connect(Ljava/net/SocketAddress;)Z", "connecting a SocketChannel"),
            Map.entry("sun/nio/ch/SocketChannelImpl.read(Ljava/nio/ByteBuffer;)I", "reading from a SocketChannel"),
            Map.entry(
                    "sun/nio/ch/ServerSocketChannelImpl.accept()Ljava/nio/channels/SocketChannel;",
                    "accepting on a ServerSocketChannel"),
            Map.entry(
                    "sun/nio/ch/DatagramChannelImpl.receive(Ljava/nio/ByteBuffer;)Ljava/net/SocketAddress;",
                    "receiving on a DatagramChannel"),
            Map.entry("sun/nio/ch/FileChannelImpl.lock(JJZ)Ljava/nio/channels/FileLock;", "locking a file"),
            Map.entry("sun/nio/ch/SourceChannelImpl.read(Ljava/nio/ByteBuffer;)I", "reading from a Pipe"),
            Map.entry(
                    "java/lang/ProcessBuilder.start([Ljava/lang/ProcessBuilder$Redirect;)Ljava/lang/Process;",
                    "starting a Process"),
            Map.entry("java/lang/ProcessImpl.waitFor()I", "waiting for a Process"));

    /** Methods of {@code Thread} that are redirected from a platform thread to its twin. */
    private static final Set<String> ASKED_OF_THE_TWIN = Set.of(
            "join(J)V",
            "join(Ljava/time/Duration;)Z",
            "alive()Z",
            "interrupt()V",
            "isInterrupted()Z",
            "threadState()Ljava/lang/Thread$State;",
            "getStackTrace()[Ljava/lang/StackTraceElement;");

    /** Methods that store the exception of a task, and the index of that argument. */
    private static final Map<String, Integer> FAILS = Map.of(
            CONCURRENT + "FutureTask.setException(Ljava/lang/Throwable;)V", 1,
            CONCURRENT + "CompletableFuture.completeThrowable(Ljava/lang/Throwable;)Z", 1,
            SUBTASK_RESULT + ".<init>(L" + CONCURRENT + "StructuredTaskScope$Subtask$State;Ljava/lang/Throwable;)V", 2);

    private static final MethodTypeDesc FAILED = MethodTypeDesc.of(CD_void, ClassDesc.of("java.lang.Throwable"));

    static boolean covers(String internalName) {
        return TIMED.contains(internalName)
                || FORK_JOIN.contains(internalName)
                || SHOWN_TO_THE_PROGRAM.contains(internalName)
                || OTHERS.contains(internalName)
                || REAL_IO.keySet().stream().anyMatch(method -> method.startsWith(internalName + "."));
    }

    /** The names of all classes to rewrite. */
    static List<String> classNames() {
        var names = new java.util.TreeSet<String>(TIMED);
        names.addAll(FORK_JOIN);
        names.addAll(SHOWN_TO_THE_PROGRAM);
        names.addAll(OTHERS);
        REAL_IO.keySet().forEach(method -> names.add(method.substring(0, method.indexOf('.'))));
        return names.stream().map(name -> name.replace('/', '.')).toList();
    }

    @Override
    public Optional<Consumer<CodeBuilder>> atStart(String owner, MethodModel method) {
        String name = method.methodName().stringValue();
        String descriptor = method.methodType().stringValue();
        Integer failure = FAILS.get(owner + "." + name + descriptor);
        if (failure != null) {
            return Optional.of(builder -> builder.aload(failure).invokestatic(HOOKS, "failed", FAILED));
        }
        String refused = REAL_IO.get(owner + "." + name + descriptor);
        if (refused != null) {
            return Optional.of(builder ->
                    builder.ldc(refused).invokestatic(HOOKS, "refuse", MethodTypeDesc.of(CD_void, CD_String)));
        }
        return switch (owner + "." + name) {
            case "java/lang/VirtualThread.parkOnCarrierThread" ->
                Optional.of(builder -> builder.iload(1)
                        .lload(2)
                        .invokestatic(HOOKS, "pinned", MethodTypeDesc.of(CD_boolean, CD_boolean, CD_long))
                        .ifThen(CodeBuilder::return_));
            case "java/io/FileInputStream.read",
                    "java/io/FileInputStream.readAllBytes",
                    "java/io/FileInputStream.readNBytes",
                    "java/io/FileInputStream.transferTo" ->
                Optional.of(builder -> builder.aload(0)
                        .invokestatic(
                                HOOKS,
                                "refuseIfStandardInput",
                                MethodTypeDesc.of(CD_void, ClassDesc.of("java.io.FileInputStream"))));
            case "sun/nio/ch/SelectorImpl.lockAndDoSelect" ->
                Optional.of(builder -> builder.aload(0)
                        .lload(2)
                        .invokestatic(
                                HOOKS,
                                "refuseIfWaiting",
                                MethodTypeDesc.of(CD_void, ClassDesc.of("java.nio.channels.Selector"), CD_long)));
            case CONCURRENT + "ThreadPoolExecutor.execute" ->
                Optional.of(builder -> builder.invokestatic(HOOKS, "submitted", MethodTypeDesc.of(CD_void)));
            case CONCURRENT + "ThreadPoolExecutor.beforeExecute" ->
                Optional.of(builder -> builder.invokestatic(HOOKS, "dequeued", MethodTypeDesc.of(CD_void)));
            case "java/lang/VirtualThread.sleepNanos" ->
                Optional.of(builder -> builder.lload(1)
                        .invokestatic(HOOKS, "sleep", MethodTypeDesc.of(CD_boolean, CD_long))
                        .ifThen(CodeBuilder::return_));
            case "java/util/concurrent/locks/LockSupport.unpark" ->
                Optional.of(builder -> builder.aload(0)
                        .invokestatic(HOOKS, "unpark", MethodTypeDesc.of(CD_boolean, THREAD))
                        .ifThen(CodeBuilder::return_));
            case "java/util/concurrent/locks/LockSupport.getBlocker" ->
                Optional.of(askTwin("getBlocker", MethodTypeDesc.of(CD_Object, THREAD), 0));
            case "java/util/concurrent/ForkJoinPool.getAndAddPoolIds" ->
                Optional.of(builder -> builder.invokestatic(HOOKS, "isInARun", MethodTypeDesc.of(CD_boolean))
                        .ifThen(inside -> inside.iload(0)
                                .invokestatic(HOOKS, "takePoolIds", MethodTypeDesc.of(CD_int, CD_int))
                                .ireturn()));
            case "java/lang/Thread.genThreadName" ->
                Optional.of(builder -> builder.invokestatic(HOOKS, "isInARun", MethodTypeDesc.of(CD_boolean))
                        .ifThen(inside -> inside.invokestatic(HOOKS, "nextThreadName", MethodTypeDesc.of(CD_String))
                                .areturn()));
            case "java/lang/Thread.getAllStackTraces" ->
                Optional.of(builder -> builder.invokestatic(HOOKS, "isInARun", MethodTypeDesc.of(CD_boolean))
                        .ifThen(inside -> inside.invokestatic(HOOKS, name, method.methodTypeSymbol())
                                .areturn()));
            case "sun/management/ThreadImpl.getThreadInfo" -> unknownThreads(method.methodTypeSymbol());
            case "java/lang/InterruptedException.<init>" ->
                Optional.of(builder -> builder.invokestatic(HOOKS, "interrupted", MethodTypeDesc.of(CD_void)));
            case "java/lang/Thread.dispatchUncaughtException" ->
                Optional.of(builder -> builder.aload(1)
                        .invokestatic(HOOKS, "failed", FAILED)
                        .invokestatic(HOOKS, "isEnding", MethodTypeDesc.of(CD_boolean))
                        .ifThen(CodeBuilder::return_));
            case "java/lang/ThreadGroup.uncaughtException" ->
                Optional.of(builder -> builder.aload(1)
                        .aload(2)
                        .invokestatic(HOOKS, "uncaught", FAILED.insertParameterTypes(0, THREAD)));
            case "java/util/Timer.sched", "java/util/Timer.cancel" ->
                Optional.of(builder -> builder.aload(0)
                        .getfield(ClassDesc.of("java.util.Timer"), "thread", ClassDesc.of("java.util.TimerThread"))
                        .invokestatic(HOOKS, "expectNotification", MethodTypeDesc.of(CD_void, THREAD)));
            case "java/lang/Thread.start" -> Optional.of(builder -> start(builder, method.methodTypeSymbol()));
            default ->
                owner.equals("java/lang/Thread") && ASKED_OF_THE_TWIN.contains(name + descriptor)
                        ? Optional.of(askTwin(name, method.methodTypeSymbol().insertParameterTypes(0, THREAD), 1))
                        : Optional.empty();
        };
    }

    /**
     * {@code if (Hooks.isInARun()) return new ThreadInfo[ids.length];} for the methods that take several ids. The JVM
     * does not know the threads of a run, and their ids belong to other threads.
     */
    private static Optional<Consumer<CodeBuilder>> unknownThreads(MethodTypeDesc type) {
        if (!type.returnType().isArray()) {
            return Optional.empty(); // calls one that takes several ids
        }
        return Optional.of(builder -> builder.invokestatic(HOOKS, "isInARun", MethodTypeDesc.of(CD_boolean))
                .ifThen(inside -> inside.aload(1)
                        .arraylength()
                        .anewarray(type.returnType().componentType())
                        .areturn()));
    }

    private static void start(CodeBuilder builder, MethodTypeDesc type) {
        builder.aload(0);
        if (type.parameterCount() == 0) {
            builder.aconst_null();
        } else {
            builder.aload(1);
        }
        builder.invokestatic(HOOKS, "start", MethodTypeDesc.of(CD_boolean, THREAD, CD_Object))
                .ifThen(CodeBuilder::return_);
    }

    /** {@code if (Hooks.hasTwin(thread)) return Hooks.name(thread, arguments);} */
    private static Consumer<CodeBuilder> askTwin(String name, MethodTypeDesc asked, int firstArgument) {
        return builder -> builder.aload(0)
                .invokestatic(HOOKS, "hasTwin", MethodTypeDesc.of(CD_boolean, THREAD))
                .ifThen(twin -> {
                    twin.aload(0);
                    if (asked.parameterCount() > 1) {
                        twin.loadLocal(TypeKind.from(asked.parameterType(1)), firstArgument);
                    }
                    twin.invokestatic(HOOKS, name, asked).return_(TypeKind.from(asked.returnType()));
                });
    }

    // ---- in the middle of a method

    @Override
    public Optional<Consumer<CodeBuilder>> inPlaceOf(CodeElement element, String owner, MethodModel method) {
        if (method.methodName().equalsString("<clinit>")) {
            return Optional.empty();
        }
        return switch (element) {
            case InvokeInstruction call ->
                inPlaceOf(call, owner, method.methodName().stringValue());
            case FieldInstruction field when field.opcode() == Opcode.GETSTATIC -> inPlaceOf(field);
            default -> Optional.empty();
        };
    }

    private static Optional<Consumer<CodeBuilder>> inPlaceOf(InvokeInstruction call, String owner, String method) {
        boolean forkJoin = FORK_JOIN.contains(owner);
        boolean shown = forkJoin
                || SHOWN_TO_THE_PROGRAM.contains(owner)
                || (owner.equals("java/lang/Thread") && SHOWN_BY_THREAD.contains(method));
        String name = call.name().stringValue();
        return switch (call.owner().asInternalName() + "." + name) {
            case "java/lang/System.nanoTime", "java/lang/System.currentTimeMillis" ->
                when(TIMED.contains(owner), builder -> builder.invokestatic(HOOKS, name, MethodTypeDesc.of(CD_long)));
            case "jdk/internal/misc/VM.getNanoTimeAdjustment" ->
                Optional.of(builder -> builder.dup2()
                        .with(call)
                        .dup2_x2()
                        .pop2()
                        .invokestatic(HOOKS, "nanoTimeAdjustment", MethodTypeDesc.of(CD_long, CD_long, CD_long)));
            case "java/lang/Thread.currentThread" ->
                when(shown, builder -> builder.invokestatic(HOOKS, name, MethodTypeDesc.of(THREAD)));
            case "jdk/internal/access/JavaLangAccess.currentCarrierThread" ->
                when(
                        forkJoin,
                        builder -> builder.with(call)
                                .invokestatic(HOOKS, "currentWorker", MethodTypeDesc.of(THREAD, THREAD)));
            case "jdk/internal/misc/Unsafe.park" -> when(forkJoin, builder -> park(call, builder));
            case "jdk/internal/misc/Unsafe.unpark" ->
                when(
                        forkJoin,
                        builder -> builder.dup()
                                .invokestatic(HOOKS, "unparked", MethodTypeDesc.of(CD_boolean, CD_Object))
                                .ifThenElse(CodeBuilder::pop2, real -> real.with(call)));
            case "java/lang/Thread.threadId" ->
                when(
                        forkJoin || owner.endsWith("/ThreadLocalRandom") || method.equals("toString"),
                        builder -> builder.invokestatic(HOOKS, name, MethodTypeDesc.of(CD_long, THREAD)));
            case "java/lang/Thread.getAllThreads" ->
                when(
                        owner.equals("java/lang/ThreadGroup"),
                        builder -> builder.with(call)
                                .invokestatic(HOOKS, name, MethodTypeDesc.of(THREAD.arrayType(), THREAD.arrayType())));
            case "java/util/concurrent/locks/LockSupport.park", "java/util/concurrent/locks/LockSupport.parkNanos" ->
                when(
                        owner.equals("sun/nio/ch/Poller"),
                        builder -> builder.invokestatic(HOOKS, name + "ForReal", call.typeSymbol()));
            case "java/util/concurrent/locks/Condition.await", "java/util/concurrent/locks/Condition.awaitNanos" ->
                when(
                        owner.equals("java/lang/ProcessImpl"),
                        builder -> builder.invokestatic(
                                HOOKS,
                                name + "ForReal",
                                call.typeSymbol()
                                        .insertParameterTypes(0, call.owner().asSymbol())));
            case "java/lang/Runtime.availableProcessors" ->
                Optional.of(builder -> builder.invokestatic(
                        HOOKS, name, MethodTypeDesc.of(CD_int, ClassDesc.of("java.lang.Runtime"))));
            default -> Optional.empty();
        };
    }

    private static Optional<Consumer<CodeBuilder>> when(boolean condition, Consumer<CodeBuilder> code) {
        return condition ? Optional.of(code) : Optional.empty();
    }

    /** On the stack: the unsafe, whether the time is absolute, the time. */
    private static void park(InvokeInstruction call, CodeBuilder builder) {
        int time = builder.allocateLocal(TypeKind.LONG);
        int absolute = builder.allocateLocal(TypeKind.INT);
        builder.lstore(time)
                .istore(absolute)
                .iload(absolute)
                .lload(time)
                .invokestatic(HOOKS, "park", MethodTypeDesc.of(CD_boolean, CD_boolean, CD_long))
                .ifThenElse(
                        CodeBuilder::pop,
                        real -> real.iload(absolute).lload(time).with(call));
    }

    private static Optional<Consumer<CodeBuilder>> inPlaceOf(FieldInstruction field) {
        ClassDesc type = field.typeSymbol();
        String name = field.owner().asInternalName() + "." + field.name().stringValue();
        if (name.equals("java/util/concurrent/ForkJoinPool.common")
                || name.equals("java/util/concurrent/CompletableFuture.ASYNC_POOL")) {
            return Optional.of(
                    builder -> builder.with(field).invokestatic(HOOKS, "commonPool", MethodTypeDesc.of(type, type)));
        }
        if (name.equals("java/util/Collections.r")) {
            return Optional.of(
                    builder -> builder.with(field).invokestatic(HOOKS, "shufflesBy", MethodTypeDesc.of(type, type)));
        }
        Long first = COUNTERS.get(name);
        if (first == null) {
            return Optional.empty();
        }
        ClassDesc number = type.displayName().equals("AtomicInteger") ? CD_int : CD_long;
        return Optional.of(builder -> {
            builder.with(field);
            if (number == CD_int) {
                builder.loadConstant(first.intValue());
            } else {
                builder.loadConstant(first.longValue());
            }
            builder.invokestatic(
                    HOOKS,
                    name.contains("ThreadLocalRandom") ? "counterOfThread" : "counter",
                    MethodTypeDesc.of(type, type, number));
        });
    }
}
