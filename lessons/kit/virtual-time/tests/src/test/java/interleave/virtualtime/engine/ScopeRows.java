package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * {@code StructuredTaskScope}, called by reflection, because it is a preview API and these tests are compiled without
 * preview features.
 */
@SuppressWarnings("try") // closing a scope may be interrupted, which would fail the row
final class ScopeRows {
    private static final ScopedValue<String> USER = ScopedValue.newInstance();
    private static final String SCOPE = "java.util.concurrent.StructuredTaskScope";

    private ScopeRows() {}

    static Stream<Row> all() {
        return Stream.of(
                row(
                        "StructuredTaskScope waits for all",
                        30,
                        log -> {
                            try (var scope = new Scope("awaitAllSuccessfulOrThrow", null)) {
                                scope.fork(() -> sleepAndSay(log, 30));
                                scope.fork(() -> sleepAndSay(log, 20));
                                log.outcome(scope::join);
                            }
                        },
                        "20 slept",
                        "30 slept",
                        "30 null"),
                row(
                        "StructuredTaskScope takes the first",
                        20,
                        log -> {
                            try (var scope = new Scope("anySuccessfulResultOrThrow", null)) {
                                scope.fork(() -> sleepAndSay(log, 30));
                                scope.fork(() -> sleepAndSay(log, 20));
                                log.outcome(scope::join);
                            }
                        },
                        "20 slept",
                        "20 20"),
                row(
                        "StructuredTaskScope fails with the first that fails",
                        10,
                        log -> {
                            try (var scope = new Scope("allSuccessfulOrThrow", null)) {
                                scope.fork(() -> sleepAndSay(log, 30));
                                scope.fork(() -> {
                                    Thread.sleep(10);
                                    throw new IllegalStateException("oops");
                                });
                                log.outcome(scope::join);
                            }
                        },
                        "10 FailedException"),
                row(
                        "StructuredTaskScope with a timeout",
                        20,
                        log -> {
                            try (var scope = new Scope("awaitAll", Duration.ofMillis(20))) {
                                scope.fork(() -> sleepAndSay(log, 30));
                                log.outcome(scope::join);
                            }
                        },
                        "20 TimeoutException"),
                row(
                        "StructuredTaskScope hands scoped values on",
                        10,
                        log -> ScopedValue.where(USER, "ann").call(() -> {
                            try (var scope = new Scope("awaitAll", null)) {
                                scope.fork(() -> {
                                    Thread.sleep(10);
                                    log.at(USER.get());
                                    return "log";
                                });
                                return scope.join();
                            }
                        }),
                        "10 ann"));
    }

    private static int sleepAndSay(Transcript log, int millis) throws InterruptedException {
        Thread.sleep(millis);
        log.at("slept");
        return millis;
    }

    /** Calls methods of the preview class by name. */
    private static final class Scope implements AutoCloseable {
        private final Object scope;

        Scope(String joiner, Duration timeout) throws Exception {
            Class<?> joiners = Class.forName(SCOPE + "$Joiner");
            Class<?> configuration = Class.forName(SCOPE + "$Configuration");
            UnaryOperator<Object> configured = plain ->
                    timeout == null ? plain : call(configuration, plain, "withTimeout", Duration.class, timeout);
            var open = Class.forName(SCOPE).getMethod("open", joiners, open());
            scope = open.invoke(null, joiners.getMethod(joiner).invoke(null), configured);
        }

        /** The type of the second parameter of {@code open}, which has changed between versions. */
        private static Class<?> open() throws ClassNotFoundException {
            return Stream.of(Class.forName(SCOPE).getMethods())
                    .filter(method -> method.getName().equals("open") && method.getParameterCount() == 2)
                    .findFirst()
                    .orElseThrow()
                    .getParameterTypes()[1];
        }

        void fork(Callable<?> task) throws ClassNotFoundException {
            call(Class.forName(SCOPE), scope, "fork", Callable.class, task);
        }

        Object join() throws Exception {
            try {
                return Class.forName(SCOPE).getMethod("join").invoke(scope);
            } catch (InvocationTargetException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            }
        }

        @Override
        public void close() throws Exception {
            ((AutoCloseable) scope).close();
        }

        private static Object call(Class<?> type, Object target, String name, Class<?> parameter, Object argument) {
            try {
                return type.getMethod(name, parameter).invoke(target, argument);
            } catch (ReflectiveOperationException changed) {
                throw new IllegalStateException(changed);
            }
        }
    }
}
