package interleave.virtualtime.engine.agent;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Arrays;

/** Rewrites the classes of the JDK that order something, before the first run that looks for data races. */
final class OrderingInstallation implements Runnable {
    private final Instrumentation instrumentation;
    private boolean done;

    OrderingInstallation(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    @Override
    public synchronized void run() {
        if (done) {
            return;
        }
        OrderingCheck.run();
        done = true;
        instrumentation.addTransformer(
                new ClassRewriter((loader, name) -> OrderingTransformer.covers(name), new OrderingTransformer()), true);
        Class<?>[] loaded = Arrays.stream(instrumentation.getAllLoadedClasses())
                .filter(type -> OrderingTransformer.covers(type.getName().replace('.', '/')))
                .filter(instrumentation::isModifiableClass)
                .toArray(Class<?>[]::new);
        try {
            instrumentation.retransformClasses(loaded);
        } catch (UnmodifiableClassException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
