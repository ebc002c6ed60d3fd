package interleave.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The parts that all pages share. A page is one file, without scripts, and needs no network. */
final class Html {
    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + escaped(title)
                + "</title>\n<style>\n" + styleSheet() + "</style>\n</head>\n<body>\n<h1>" + escaped(title) + "</h1>\n"
                + body + "</body>\n</html>\n";
    }

    static String item(String text) {
        return "<li>" + escaped(text) + "</li>\n";
    }

    /** A table row. Its first cell is a header. */
    static String row(List<String> cells) {
        var row = new StringBuilder("<tr><th scope=\"row\">")
                .append(escaped(cells.getFirst()))
                .append("</th>");
        cells.stream()
                .skip(1)
                .forEach(cell -> row.append("<td>").append(escaped(cell)).append("</td>"));
        return row.append("</tr>\n").toString();
    }

    static String head(List<String> cells) {
        var row = new StringBuilder("<thead><tr>");
        cells.forEach(
                cell -> row.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        return row.append("</tr></thead>\n").toString();
    }

    static String styleSheet() {
        try (var sheet = Html.class.getResourceAsStream("page.css")) {
            if (sheet == null) {
                throw new IllegalStateException("page.css is not in the jar");
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
