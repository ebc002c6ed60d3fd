// says: Expected [Gina, Carl, Leo]
// says: in which ids() returns the numbers
package fetch;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
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
        var names = new ConcurrentSkipListMap<Integer, String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int id : server.ids()) {
                threads.submit(() -> names.put(id, server.name(id)));
            }
        }
        return List.copyOf(names.values());
    }

    static void main() throws Exception {
        var users = List.of(
                new User(1, "Alice", ofSeconds(1)),
                new User(2, "Bob", ofSeconds(3)),
                new User(3, "Charlie", ofSeconds(2)));
        IO.println(names(new Server(users)));
    }
}
