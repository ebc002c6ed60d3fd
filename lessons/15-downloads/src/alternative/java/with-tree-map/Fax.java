package downloads;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/** Receives a document page by page, over a telephone line that breaks. */
final class Fax {

    /** Returns the texts of all pages, in order, each exactly once. Calls again if the line breaks. */
    static List<String> receive(PhoneLine line) throws InterruptedException {
        var pages = new TreeMap<Integer, String>();
        while (true) {
            try {
                var call = line.call(pages.size() + 1);
                for (var page = call.next(); page.isPresent(); page = call.next()) {
                    pages.put(page.get().number(), page.get().text());
                }
                return List.copyOf(pages.values());
            } catch (IOException broken) {
                IO.println(broken.getMessage() + " after " + pages.size() + " pages");
            }
        }
    }

    static void main() throws InterruptedException {
        var document = List.of("Dear museum,", "please find below", "my list:", "a lamp", "a lamp", "a chair", "Yours");
        receive(PhoneLine.of(document, 3, 2)).forEach(IO::println);
    }
}
