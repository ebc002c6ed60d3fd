package interleave.virtualtime.engine.agent;

import interleave.virtualtime.engine.Simulation;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rewrites the classes that virtual time depends on. Loaded into a running JVM once, on the bootstrap class path. */
public final class Agent {
    /** The system property with the reason why virtual time could not be installed. */
    public static final String FAILURE = "interleave.virtualtime.failure";

    /** The system property with the folder in which to store the rewritten classes. */
    private static final String KEEP = "interleave.virtualtime.keep";

    private static final int BATCH = 256;

    private Agent() {}

    /**
     * The argument is the path of the engine's jar. Stores a failure, as a sentence, in the property {@value #FAILURE}.
     */
    public static void agentmain(String jar, Instrumentation instrumentation) {
        try {
            install(Path.of(jar), instrumentation);
        } catch (Throwable broken) {
            System.setProperty(
                    FAILURE,
                    "Virtual time does not work on this JDK (" + Runtime.version() + "): " + broken.getMessage());
        }
    }

    private static void install(Path jar, Instrumentation instrumentation) throws Exception {
        openJdkTo(Agent.class.getModule(), instrumentation);
        initializeBeforeRewriting();
        Class<?>[] ofTheJdk = jdkClasses(); // loaded first: a class cannot be transformed while it is being loaded
        RewrittenClasses kept = RewrittenClasses.in(jar);
        instrumentation.addTransformer(
                new KeptRewriter(
                        kept, new ClassRewriter((loader, name) -> JdkTransformer.covers(name), new JdkTransformer())),
                true);
        instrumentation.addTransformer(
                new ClassRewriter(
                        (loader, name) -> loader.isPresent() && ProgramTransformer.covers(name),
                        new ProgramTransformer()),
                true);
        instrumentation.retransformClasses(ofTheJdk);
        retransformProgram(instrumentation);
        Simulation.beforeFirstRaceFinding(new OrderingInstallation(instrumentation));
        SelfTest.run();
        String folder = System.getProperty(KEEP);
        if (folder != null) {
            kept.write(Path.of(folder));
        }
    }

    private static void openJdkTo(Module engine, Instrumentation instrumentation) {
        Map<String, Set<Module>> opened = Map.of(
                "java.lang",
                Set.of(engine),
                "jdk.internal.vm",
                Set.of(engine),
                "java.util",
                Set.of(engine),
                "java.util.concurrent",
                Set.of(engine),
                "java.util.concurrent.locks",
                Set.of(engine));
        instrumentation.redefineModule(Object.class.getModule(), Set.of(engine), Map.of(), opened, Set.of(), Map.of());
    }

    /** Their static state must come from the real JDK, and the code that calls hooks must not trigger their loading. */
    private static void initializeBeforeRewriting() throws ClassNotFoundException {
        for (String name : List.of(
                "java.util.concurrent.ForkJoinPool",
                "java.util.concurrent.CompletableFuture",
                "java.util.concurrent.ThreadLocalRandom",
                "interleave.virtualtime.engine.JdkInternals",
                "interleave.virtualtime.engine.Scheduler",
                "interleave.virtualtime.engine.Twins",
                "interleave.virtualtime.engine.Twins$Platform",
                "interleave.virtualtime.engine.LeftOverThread",
                "interleave.virtualtime.engine.Hooks",
                "interleave.virtualtime.engine.StepHooks",
                "interleave.virtualtime.engine.SyncHooks",
                "interleave.virtualtime.engine.RunState",
                "interleave.virtualtime.engine.Effort",
                "interleave.virtualtime.engine.SleepingThread",
                "interleave.virtualtime.engine.TimerQueue",
                "interleave.virtualtime.engine.TimerQueue$Timer")) {
            Class.forName(name);
        }
    }

    private static Class<?>[] jdkClasses() throws ClassNotFoundException {
        var classes = new ArrayList<Class<?>>();
        for (String name : JdkTransformer.classNames()) {
            try {
                classes.add(Class.forName(name, false, null));
            } catch (ClassNotFoundException otherJdk) {
                // the self-test fails if the class is needed
            }
        }
        return classes.toArray(Class<?>[]::new);
    }

    /** Rewrites classes of the program that were loaded before virtual time was installed. */
    private static void retransformProgram(Instrumentation instrumentation) {
        Class<?>[] program = Arrays.stream(instrumentation.getAllLoadedClasses())
                .filter(type -> type.getClassLoader() != null
                        && instrumentation.isModifiableClass(type)
                        && ProgramTransformer.covers(type.getName().replace('.', '/')))
                .toArray(Class<?>[]::new);
        for (int from = 0; from < program.length; from += BATCH) {
            retransform(instrumentation, Arrays.copyOfRange(program, from, Math.min(from + BATCH, program.length)));
        }
    }

    /** Rewrites in batches, because the JVM stops all threads each time. Splits a batch to find a class that fails. */
    private static void retransform(Instrumentation instrumentation, Class<?>[] types) {
        try {
            instrumentation.retransformClasses(types);
        } catch (UnmodifiableClassException | LinkageError | InternalError refused) {
            if (types.length > 1) {
                int half = types.length / 2;
                retransform(instrumentation, Arrays.copyOfRange(types, 0, half));
                retransform(instrumentation, Arrays.copyOfRange(types, half, types.length));
            } else {
                System.err.println("virtual time: cannot rewrite " + types[0].getName() + ": " + refused);
            }
        }
    }
}
