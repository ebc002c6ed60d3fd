package benchmarks.runner;

import benchmarks.python.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The parts of other languages that this machine has, and that some rows need.
 *
 * @param kotlin whether Kotlin's libraries are on the class path; for a bundle, they are in a separate zip file
 */
record Peers(Python python, boolean kotlin) {
    /** A class in the larger of Kotlin's two libraries. */
    private static final String COROUTINES = "kotlinx.coroutines.BuildersKt";

    static Peers here() {
        return new Peers(Python.here(), isPresent(COROUTINES));
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, Peers.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    boolean canMeasure(Job job) {
        return hasPythonFor(job) && hasKotlinFor(job);
    }

    private boolean hasPythonFor(Job job) {
        return job.python().compareTo(python) <= 0;
    }

    private boolean hasKotlinFor(Job job) {
        return kotlin || !job.name().toLowerCase(Locale.ROOT).contains("kotlin");
    }

    /** The rows of these jobs that cannot be measured, and what to install for them. */
    List<Exclusion> excluded(List<Job> jobs) {
        var excluded = new ArrayList<Exclusion>();
        if (!jobs.stream().allMatch(this::hasPythonFor)) {
            excluded.add(withoutPython());
        }
        if (!jobs.stream().allMatch(this::hasKotlinFor)) {
            excluded.add(new Exclusion(
                    "the rows of Kotlin", "they need interleave-*-kotlin.zip, unzipped where you unzipped the course"));
        }
        return excluded;
    }

    private Exclusion withoutPython() {
        return python == Python.NONE
                ? new Exclusion("the rows of asyncio", "they need python3, version 3.8 or newer")
                : new Exclusion("the rows of aiohttp", "python3 has no aiohttp (python3 -m pip install aiohttp)");
    }
}
