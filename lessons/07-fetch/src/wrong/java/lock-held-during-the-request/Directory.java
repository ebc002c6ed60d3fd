// says: Its thread waited for a lock (Directory.java
// says: need no lock
package fetch;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The users of a school. One request returns the numbers of all users, and one request per user returns a name. */
final class Directory {

    record User(int id, String name, Duration latency) {}

    /** Takes a second to return the numbers, and the latency of a user to return a name. It is thread-safe. */
    record Server(List<User> users) {

        List<Integer> ids() throws InterruptedException {
            IO.println("GET /users");
            Thread.sleep(ofSeconds(1));
            return users.stream().map(User::id).toList();
        }

        String name(int id) throws InterruptedException {
            IO.println("GET /users/" + id);
            var found =
                    users.stream().filter(user -> user.id() == id).findFirst().orElseThrow();
            Thread.sleep(found.latency());
            return found.name();
        }
    }

    /** Returns the names of all users, in the order of the numbers. */
    static List<String> names(Server server) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var names = new ArrayList<String>();
            for (var name : threads.invokeAll(server.ids().stream()
                    .<Callable<String>>map(id -> () -> name(server, id))
                    .toList())) {
                names.add(name.get());
            }
            return names;
        }
    }

    private static synchronized String name(Server server, int id) throws InterruptedException {
        return server.name(id);
    }

    static void main() throws Exception {
        var users = List.of(
                new User(1, "Alice", ofSeconds(1)),
                new User(2, "Bob", ofSeconds(3)),
                new User(3, "Charlie", ofSeconds(2)));
        IO.println(names(new Server(users)));
    }
}
