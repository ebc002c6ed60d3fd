package webserver;

/** A response: its status, and its body as HTML. */
public record Answer(int status, String html) {

    /** The content type of all answers. */
    static final String TYPE = "text/html; charset=utf-8";

    static final Answer NOT_FOUND = new Answer(404, "<h1>404</h1>There is no such page.\n");
    static final Answer TOO_LARGE = new Answer(413, "<h1>413</h1>The request is too large.\n");
    static final Answer FAILED = new Answer(500, "<h1>500</h1>This page has a bug.\n");

    static Answer ok(String html) {
        return new Answer(200, html);
    }
}
