// says: Expected "" as page 3, but it was "Opening hours".
// says: Compare the number
package downloads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Receives a document page by page, over a telephone line that breaks. */
final class Fax {

    /** Returns the texts of all pages, in order, each exactly once. Calls again if the line breaks. */
    static List<String> receive(PhoneLine line) throws InterruptedException {
        var pages = new ArrayList<String>();
        while (true) {
            try {
                var call = line.call(pages.size() + 1);
                for (var page = call.next(); page.isPresent(); page = call.next()) {
                    pages.add(page.get().text());
                }
                return pages;
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
