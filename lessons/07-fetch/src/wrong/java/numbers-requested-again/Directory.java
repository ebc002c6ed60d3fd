// says: Expected "GET /users" once, but it was printed 7 times
// says: Call ids() once
package fetch;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

    static List<String> names(Server server) throws Exception {
        var out = new ArrayList<Future<String>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int k = 0; k < server.ids().size(); k++) {
                int id = server.ids().get(k);
                out.add(pool.submit(() -> server.name(id)));
            }
            var names = new ArrayList<String>();
            for (var f : out) names.add(f.get());
            return names;
        }
    }

    static void main() throws Exception {
        var users = List.of(
                new User(1, "Alice", ofSeconds(1)),
                new User(2, "Bob", ofSeconds(3)),
                new User(3, "Charlie", ofSeconds(2)));
        IO.println(names(new Server(users)));
    }
}
