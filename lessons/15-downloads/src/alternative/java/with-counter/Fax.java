package downloads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Receives a document page by page, over a telephone line that breaks. */
final class Fax {

    /** Returns the texts of all pages, in order, each exactly once. Calls again if the line breaks. */
    static List<String> receive(PhoneLine line) throws InterruptedException {
        var pages = new ArrayList<String>();
        int next = 1;
        boolean complete = false;
        while (!complete) {
            try {
                var call = line.call(next);
                var page = call.next();
                while (page.isPresent()) {
                    if (page.get().number() == next) {
                        pages.add(page.get().text());
                        next++;
                    }
                    page = call.next();
                }
                complete = true;
            } catch (IOException broken) {
                IO.println(broken.getMessage() + " before page " + next);
            }
        }
        return pages;
    }

    static void main() throws InterruptedException {
        var document = List.of("Dear museum,", "please find below", "my list:", "a lamp", "a lamp", "a chair", "Yours");
        receive(PhoneLine.of(document, 3, 2)).forEach(IO::println);
    }
}
