package webserver;

/** A web site: it maps each request to a page. All servers of this lesson serve the same site. */
@FunctionalInterface
public interface Site {

    /** The largest body of a request, in bytes. A larger one is answered with 413. */
    int LARGEST_BODY = 8 * 1024;

    /**
     * Finds the page for a request. It must not block, because some servers call it on their only thread.
     *
     * @param path without the query, such as {@code /stock}
     * @param body empty for requests without a body
     */
    Page page(String method, String path, String body);
}
