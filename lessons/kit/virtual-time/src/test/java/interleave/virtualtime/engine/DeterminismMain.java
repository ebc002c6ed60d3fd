package interleave.virtualtime.engine;

import interleave.virtualtime.VirtualTime;

/** Prints a hash of all that some random programs do, to be compared with that of another JVM. */
final class DeterminismMain {
    private DeterminismMain() {}

    public static void main(String[] arguments) throws Throwable {
        VirtualTime.run(System::nanoTime); // installs the engine, before any of its classes is asked for
        Hashes.print(Integer.parseInt(arguments[0]));
    }

    /** Apart, so that the engine's classes are not looked for too early. */
    private static final class Hashes {
        private Hashes() {}

        static void print(int programs) throws Throwable {
            long hash = 0;
            for (long seed = 0; seed < programs; seed++) {
                hash = 31 * hash + Trace.of(seed).hash();
                hash = 31 * hash + Trace.of(seed, seed).hash();
            }
            System.out.println(programs + " programs: " + hash);
        }
    }
}
