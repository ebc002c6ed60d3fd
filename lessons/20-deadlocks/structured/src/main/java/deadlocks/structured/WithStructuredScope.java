package deadlocks.structured;

import deadlocks.Branches;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** Only the thread that opened a scope waits for its subtasks. So the waits form a tree, and a tree has no cycle. */
final class WithStructuredScope {
    private WithStructuredScope() {}

    static int sum(List<Callable<Integer>> tasks) throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<Integer>allSuccessfulOrThrow())) {
            tasks.forEach(scope::fork);
            return scope.join().mapToInt(Subtask::get).sum();
        }
    }

    static void main() throws Exception {
        IO.println("Total: " + new Branches(WithStructuredScope::sum).total());
    }
}
