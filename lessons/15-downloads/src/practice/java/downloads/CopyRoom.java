package downloads;

import java.io.IOException;
import java.util.List;

/** Copies old books. Each open book needs a desk of its own. */
final class CopyRoom {

    /**
     * Copies all books, at most {@code desks} at once, and publishes each copy that is complete.
     *
     * <p>When the light goes out, a book is closed, and opened again after {@link Vault#PAUSE}, at the first page that
     * is not copied. A book is given up when the light has gone out three times.
     *
     * @return the titles of the books that were given up, in the order of {@code titles}
     */
    static List<String> copyAll(Vault vault, List<String> titles, int desks) throws Exception {
        // TODO: copy as many books at once as there are desks
        for (String title : titles) {
            copy(vault, title);
            vault.publish(title);
        }
        return List.of();
    }

    private static void copy(Vault vault, String title) throws InterruptedException {
        // TODO: when the light goes out, continue after a pause. After the third time, give up the book.
        try (var book = vault.open(title, 1)) {
            while (book.copyPage()) {}
        } catch (IOException dark) {
            IO.println(title + ": " + dark.getMessage());
        }
    }

    static void main() throws Exception {
        var vault = new Vault().book("Atlas", 4, 2).book("Bible", 3).book("Comedy", 5, 1, 1, 1);
        IO.println("Given up: " + copyAll(vault, List.of("Atlas", "Bible", "Comedy"), 2));
    }
}
