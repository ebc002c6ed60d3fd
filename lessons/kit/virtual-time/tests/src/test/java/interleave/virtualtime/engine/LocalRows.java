package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.start;
import static interleave.virtualtime.engine.Row.startVirtual;

import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Thread-local values, inherited and scoped values. */
final class LocalRows {
    private static final ScopedValue<String> USER = ScopedValue.newInstance();

    private LocalRows() {}

    static Stream<Row> all() {
        return Stream.of(
                row(
                        "ThreadLocal is each thread's own",
                        0,
                        log -> {
                            var local = ThreadLocal.withInitial(
                                    () -> "initial of " + Thread.currentThread().getName());
                            log.say(local.get());
                            local.set("set by main");
                            start(() -> log.say(local.get())).join();
                            log.say(local.get());
                            local.remove();
                            log.say(local.get());
                        },
                        "initial of main",
                        "initial of Thread-0",
                        "set by main",
                        "initial of main"),
                row(
                        "InheritableThreadLocal is handed on",
                        0,
                        log -> {
                            var local = new InheritableThreadLocal<String>();
                            local.set("main's");
                            start(() -> {
                                        log.say(local.get());
                                        local.set("child's");
                                        start(() -> log.say(local.get())).join();
                                    })
                                    .join();
                            startVirtual(() -> log.say(local.get())).join();
                            Thread.ofPlatform()
                                    .inheritInheritableThreadLocals(false)
                                    .start(() -> log.say(local.get()))
                                    .join();
                            log.say(local.get());
                        },
                        "main's",
                        "child's",
                        "main's",
                        "null",
                        "main's"),
                row(
                        "a pool's thread keeps its locals",
                        0,
                        log -> {
                            var local = new ThreadLocal<String>();
                            try (var pool = Executors.newFixedThreadPool(1)) {
                                pool.execute(() -> local.set("of the pool"));
                                pool.execute(() -> log.say(local.get()));
                            }
                        },
                        "of the pool"),
                row(
                        "ScopedValue in a virtual thread",
                        10,
                        log -> startVirtual(() -> ScopedValue.where(USER, "ann").run(() -> {
                                    Row.running(() -> Thread.sleep(10)).run();
                                    log.at(USER.get());
                                }))
                                .join(),
                        "10 ann"),
                row(
                        "ScopedValue in a platform thread",
                        10,
                        log -> start(() -> ScopedValue.where(USER, "bob").run(() -> {
                                    Row.running(() -> Thread.sleep(10)).run();
                                    log.at(USER.get());
                                }))
                                .join(),
                        "10 bob"),
                row(
                        "ScopedValue is not handed on to plain threads",
                        0,
                        log -> ScopedValue.where(USER, "ann").run(() -> {
                            Thread child = start(() -> log.say(USER.isBound()));
                            Row.running(child::join).run();
                        }),
                        "false"),
                row(
                        "context class loader is handed on",
                        0,
                        log -> {
                            ClassLoader own = new ClassLoader() {};
                            Thread.currentThread().setContextClassLoader(own);
                            start(() -> log.say(Thread.currentThread().getContextClassLoader() == own))
                                    .join();
                        },
                        "true"));
    }
}
