package interleave.virtualtime.engine;

import interleave.virtualtime.VirtualTime;

/** Prints a hash of the steps of random programs, for a comparison with another JVM. */
final class DeterminismMain {
    private DeterminismMain() {}

    public static void main(String[] arguments) throws Throwable {
        VirtualTime.run(System::nanoTime); // installs the engine before any of its classes is loaded
        Hashes.print(Integer.parseInt(arguments[0]));
    }

    /** A separate method, so that the engine's classes are not loaded too early. */
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
