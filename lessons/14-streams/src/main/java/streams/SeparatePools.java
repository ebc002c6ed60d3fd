package streams;

import java.util.concurrent.Executors;

/** Publisher and subscriber have a thread each. */
final class SeparatePools {
    private SeparatePools() {}

    static void main() throws Exception {
        try (var publishers = Executors.newFixedThreadPool(1);
                var subscribers = Executors.newFixedThreadPool(1)) {
            new Announcements(publishers, subscribers).run();
        }
    }
}
