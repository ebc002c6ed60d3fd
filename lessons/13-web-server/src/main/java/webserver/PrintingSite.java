package webserver;

/**
 * A site that prints what the visitors of the example do. Visitor 3 requests the page {@code /stock} as
 * {@code /stock/3}.
 */
record PrintingSite(Site site) implements Site {

    @Override
    public Page page(String method, String path, String body) {
        int slash = path.lastIndexOf('/');
        if (slash == 0) {
            return site.page(method, path, body);
        }
        String visitor = "Visitor " + path.substring(slash + 1);
        IO.println(visitor + " asks");
        Page page = site.page(method, path.substring(0, slash), body);
        return new Page(page.backEnd(), () -> {
            Answer answer = page.content().get();
            IO.println(visitor + ": " + answer.html().replaceAll("<[^>]*>", "").strip());
            return answer;
        });
    }
}
