package benchmarks.scraper;

import scraper.web.Page;

/** A page of a newspaper, with as much HTML as a real one. */
record Article(int number) {
    private static final int PARAGRAPHS = 100;
    private static final int IMAGES = 20;

    /** About 50 kB. */
    String html() {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + title() + "</title></head>\n<body class=\"article\">\n");
        for (int paragraph = 1; paragraph <= PARAGRAPHS; paragraph++) {
            if (paragraph <= IMAGES) {
                html.append("<figure><img src=\"/pictures/" + paragraph + ".jpg\" alt=\"The river &amp; the bridge\">"
                        + "<figcaption>Photograph: the Gazette</figcaption></figure>\n");
            }
            html.append("<div class=\"text wide\"><p id=\"p" + paragraph + "\">The river rose by <b>" + paragraph
                    + " inches</b> overnight, and <a class=\"related\" href=\"/articles/" + paragraph
                    + "\">those who live by the bridge</a> have carried their chairs upstairs. &ldquo;It was higher in "
                    + "my grandmother&rsquo;s time,&rdquo; said one of them, <em>and went on with his breakfast</em>. "
                    + "The mayor has had sandbags brought to the mill.</p></div>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    private String title() {
        return "The Millbrook Gazette, page " + number;
    }

    /** The result that a scraper must return for this page. */
    Page page(String address) {
        return new Page(address, html().length(), title(), PARAGRAPHS, IMAGES);
    }
}
