package interleave.notebook.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source code of lessons in Markdown: the path of a file and a colon, followed by a code block. The block has the
 * file's text without its package and its imports.
 */
final class SourceListings {
    private static final Pattern LISTING =
            Pattern.compile("^`(lessons/[^`]+\\.java)`:\n\n```java\n(.*?)```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADER = Pattern.compile("\\A(?:(?:package|import) [^;]+;\\R|\\R)+");

    private SourceListings() {}

    /** The paths of the files that are listed, relative to the course's folder. */
    static List<String> files(String markdown) {
        return LISTING.matcher(markdown)
                .results()
                .map(listing -> listing.group(1))
                .toList();
    }

    /**
     * The same text with the present source of each listed file.
     *
     * @param home the folder of the course
     * @throws IOException if a listed file cannot be read
     */
    static String updated(String markdown, Path home) throws IOException {
        var updated = new StringBuilder();
        Matcher listing = LISTING.matcher(markdown);
        while (listing.find()) {
            String heading = markdown.substring(listing.start(), listing.start(2));
            String source = source(home.resolve(listing.group(1)));
            listing.appendReplacement(updated, Matcher.quoteReplacement(heading + source + "```"));
        }
        return listing.appendTail(updated).toString();
    }

    private static String source(Path file) throws IOException {
        return HEADER.matcher(Files.readString(file)).replaceFirst("");
    }
}
