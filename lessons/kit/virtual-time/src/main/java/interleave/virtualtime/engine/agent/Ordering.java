package interleave.virtualtime.engine.agent;

import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What methods of the JDK order, as their documentation says ("memory consistency effects").
 *
 * @param owners the internal names of classes, without {@code java/util/concurrent/}
 * @param methods the names of their methods
 * @param moment when it takes effect
 * @param hook the method of {@code SyncHooks} to call
 * @param argument the local variable to pass: 0 for the object itself, -1 for none
 */
record Ordering(Pattern owners, Pattern methods, Moment moment, String hook, int argument) {
    /** The point of a method at which a hook is called. */
    enum Moment {
        START,
        RETURN
    }

    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String OPTIONAL = "(" + CONCURRENT + ")?";
    private static final String ANY = ".*";

    /** Methods that may write: another thread that reads later sees it. */
    private static final String NOT_READING =
            "(?!(get(Plain|Acquire|Opaque|Count|OrDefault)?|contains.*|size|isEmpty|peek.*|.*Value|iterator)$).*";

    /** Objects through which threads pass data: each call happens before each later one. */
    private static final String PASSING = "atomic/.*|.*BlockingQueue|.*BlockingDeque|DelayQueue|SynchronousQueue"
            + "|LinkedTransferQueue|ConcurrentLinked(Queue|Deque)|ConcurrentHashMap|ConcurrentSkipList(Map|Set)"
            + "|CopyOnWriteArray(List|Set)|CyclicBarrier|Phaser|Exchanger|locks/StampedLock"
            + "|java/util/Vector|java/util/Hashtable";

    static final List<Ordering> ALL = List.of(
            start(PASSING, NOT_READING, "release", 0),
            returning(PASSING, ANY, "acquire", 0),
            returning("java/util/Collections.Synchronized.*", ANY, "usedWrapper", 0),
            start("locks/AbstractOwnableSynchronizer", "setExclusiveOwnerThread", "owned", 1),
            start("locks/AbstractQueued(Long)?Synchronizer", "releaseShared", "release", 0),
            returning("locks/AbstractQueued(Long)?Synchronizer", "(tryA|a)cquireShared.*", "acquire", 0),
            returning("Semaphore.Sync", "nonfairTryAcquireShared|drainPermits", "acquire", 0),
            returning("CountDownLatch.Sync", "getCount", "acquire", 0),
            start("FutureTask", "set|setException|cancel", "release", 0),
            start("FutureTask", "run|runAndReset", "acquire", 0),
            returning("FutureTask", "get|isDone|isCancelled|state|resultNow|exceptionNow", "acquire", 0),
            start("ThreadPoolExecutor", "execute", "release", 1),
            start("ScheduledThreadPoolExecutor", "delayedExecute|reExecutePeriodic", "release", 1),
            start("ThreadPoolExecutor", "getTask|addWorker|processWorkerExit|tryTerminate", "mute", -1),
            returning("ThreadPoolExecutor", "getTask|addWorker|processWorkerExit|tryTerminate", "unmute", -1),
            returning("ThreadPoolExecutor", "beforeExecute", "begin", 2),
            start("ThreadPoolExecutor", "afterExecute", "release", 0),
            returning("ThreadPoolExecutor", "afterExecute", "end", 1),
            returning("ThreadPoolExecutor", "awaitTermination|isTerminated", "acquire", 0),
            start("ForkJoinPool", "poolSubmit", "release", 2),
            start("ForkJoinPool.WorkQueue", "push", "release", 1),
            start("ForkJoinTask", "doExec", "begin", 0),
            returning("ForkJoinTask", "doExec", "end", 0),
            returning("ForkJoinTask", "invokeAll|helpQuiesce", "joinedAll", -1),
            start("ForkJoinTask", "reinitialize|complete|completeExceptionally|quietlyComplete", "release", 0),
            start("ForkJoinTask", "setForkJoinTaskTag|compareAndSetForkJoinTaskTag", "release", 0),
            returning("ForkJoinTask", "(get|set|compareAndSet)ForkJoinTaskTag", "acquire", 0),
            start("CountedCompleter", "tryComplete|propagateCompletion", "completes", 0),
            start("CountedCompleter", ".*PendingCount.*", "release", 0),
            returning("CountedCompleter", ".*PendingCount.*", "acquire", 0),
            start("java/util/stream/.*Task", "onCompletion", "completes", 0),
            returning("java/util/stream/.*Task", "onCompletion", "completes", 0),
            returning("ForkJoinTask", "join|get|invoke|awaitDone|isDone|quietlyJoin|tryUnfork", "acquire", 0),
            start("CompletableFuture", "complete.*|internalComplete|obtrude.*|cancel", "completesFuture", -1),
            start("CompletableFuture", "unipush|bipush|orpush|tryPushStack", "completesFuture", -1),
            start("CompletableFuture", "uni.*Stage|bi.*Stage|or.*Stage|toCompletableFuture", "seesFuture", -1),
            returning("CompletableFuture", "get.*|join|isDone|is.*ly|resultNow|exceptionNow|state", "seesFuture", -1),
            start("CompletableFuture.*", "tryFire", "seesFuture", -1),
            start("java/lang/VirtualThread", "interrupt", "interrupts", 0),
            returning("java/lang/Thread", "join|isAlive|getState", "joined", 0),
            returning("ThreadPerTaskExecutor", "close|awaitTermination|isTerminated", "joinedAll", -1),
            returning("StructuredTaskScopeImpl", "join.*|close", "joinedAll", -1),
            returning("ForkJoinPool", "close|awaitTermination|awaitQuiescence", "joinedAll", -1),
            start("java/lang/ThreadLocal", "get|set|remove", "confined", -1),
            start("java/io/PrintStream", "print.*|write.*|append|format", "mute", -1),
            returning("java/io/PrintStream", "print.*|write.*|append|format", "unmute", -1));

    private static Ordering start(String owners, String methods, String hook, int argument) {
        return of(owners, methods, Moment.START, hook, argument);
    }

    private static Ordering returning(String owners, String methods, String hook, int argument) {
        return of(owners, methods, Moment.RETURN, hook, argument);
    }

    private static Ordering of(String owners, String methods, Moment moment, String hook, int argument) {
        return new Ordering(
                Pattern.compile(OPTIONAL + "(" + owners + ")"), Pattern.compile(methods), moment, hook, argument);
    }

    /** One ordering for each class and method that this one names. */
    Stream<Ordering> alternatives() {
        String names = owners.pattern()
                .substring(OPTIONAL.length() + 1, owners.pattern().length() - 1);
        return alternatives(names)
                .flatMap(owner ->
                        alternatives(methods.pattern()).map(method -> of(owner, method, moment, hook, argument)));
    }

    private String ownersOnly() {
        return owners.pattern()
                .substring(OPTIONAL.length() + 1, owners.pattern().length() - 1);
    }

    /** Splits a pattern, but not the groups in it. */
    private static Stream<String> alternatives(String pattern) {
        return Stream.of(pattern.split("\\|(?![^(]*\\))"));
    }

    boolean isOf(String owner) {
        return owners.matcher(owner).matches();
    }

    boolean isOf(String owner, MethodModel method) {
        String name = method.methodName().stringValue();
        return isOf(owner)
                && !name.startsWith("<")
                && (argument < 0 || !method.flags().has(AccessFlag.STATIC))
                && argument <= method.methodTypeSymbol().parameterCount()
                && isKnownOutside(method)
                && methods.matcher(name).matches();
    }

    /** A pattern for all methods means those that the program calls. */
    private boolean isKnownOutside(MethodModel method) {
        boolean isForAll = methods.pattern().equals(ANY) || methods.pattern().equals(NOT_READING);
        return !isForAll || method.flags().has(AccessFlag.PUBLIC);
    }

    /** Such as {@code FutureTask.run}. */
    @Override
    public String toString() {
        return ownersOnly() + "." + methods;
    }
}
