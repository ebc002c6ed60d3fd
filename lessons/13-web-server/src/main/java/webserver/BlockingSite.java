package webserver;

import java.io.InterruptedIOException;

/** Answers requests on threads that may block. */
final class BlockingSite {
    private BlockingSite() {}

    /** Blocks the calling thread until the back end of the page has responded. */
    static Answer answer(Site site, String method, String path, String body) throws InterruptedIOException {
        Page page = Page.find(site, method, path, body);
        try {
            Thread.sleep(page.backEnd());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server is stopping");
        }
        return page.answer();
    }
}
