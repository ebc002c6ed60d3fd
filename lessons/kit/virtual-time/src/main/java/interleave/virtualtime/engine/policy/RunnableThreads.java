package interleave.virtualtime.engine.policy;

import java.util.List;

/** The threads that can go on, in the order in which they became runnable. */
public interface RunnableThreads {
    int size();

    /** A copy, for policies that choose by what the threads are about to do. */
    List<RunnableThread> list();
}
