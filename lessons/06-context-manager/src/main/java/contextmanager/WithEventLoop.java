package contextmanager;

import static contextmanager.AsyncWith.asyncWith;

import interleave.eventloop.EventLoop;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Makes all reports at the same time, on one thread. It never blocks: the loop calls back when a result is there. */
public final class WithEventLoop implements Reporter {
    private final AsyncDatabase database;

    /** Creates a reporter that uses this database. */
    public WithEventLoop(AsyncDatabase database) {
        this.database = database;
    }

    @Override
    public List<Report> report(int reports, Queries queries) throws Exception {
        return EventLoop.run(loop -> {
            var made = IntStream.rangeClosed(1, reports)
                    .mapToObj(number -> loop.createTask("report-" + number, () -> report(loop, queries)));
            return loop.gather(made.toList());
        });
    }

    /** Makes one report on a running loop. */
    public CompletionStage<Report> report(EventLoop loop, Queries queries) {
        return asyncWith(
                database.connect(loop),
                connection -> connection.query(queries.users()).thenCompose(users -> {
                    IO.println(users);
                    return connection.query(queries.products()).thenApply(products -> {
                        IO.println(products);
                        return new Report(users, products);
                    });
                }));
    }

    static void main(String[] args) throws Exception {
        Arguments.of(args).run(WithEventLoop::new);
    }
}
