package scraper.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts an address as it stands in the address bar of a browser into a URI that the HTTP client accepts. It follows
 * the URL standard of browsers (https://url.spec.whatwg.org), which is more tolerant than {@link URI}.
 */
final class WebAddress {

    private static final Pattern WEB = Pattern.compile("(?is)(https?):(.*)");
    /** In {@code localhost:8080}, the part before the colon is a host. */
    private static final Pattern OTHER_SCHEME = Pattern.compile("(?is)([a-z][a-z0-9+.-]*:)(?!\\d+(?:[/\\\\?#]|$)).*");

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:");
    private static final Pattern PARTS = Pattern.compile("(?s)[/\\\\]*([^/\\\\?#]*)([^?#]*)(\\?[^#]*)?.*");
    private static final Pattern AUTHORITY = Pattern.compile("(?s)(?:(.*)@)?(\\[.*]|[^:]*)(?::(\\d*))?");
    private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");

    private static final String IN_PATH = "-_.!~*'();:@&=+$,/";
    private static final String IN_QUERY = IN_PATH + "?[]";
    private static final String IN_USER = "-_.!~*'();:&=+$,";

    private WebAddress() {}

    /**
     * Without a scheme, the address gets {@code http://}.
     *
     * @throws FetchException when it is not the address of a web page; the message says why
     */
    @SuppressWarnings("OrphanedFormatString") // the message shows percent-encoding
    static URI parse(String address) throws FetchException {
        String trimmed = trimmed(address);
        if (trimmed.indexOf('\ufffd') >= 0) {
            throw new FetchException("the terminal's locale cannot express characters of this address. Write them"
                    + " in percent-encoding, such as %C3%B6, or set LC_ALL=C.UTF-8");
        }
        Matcher web = WEB.matcher(trimmed);
        if (web.matches()) {
            return uri(web.group(1).toLowerCase(Locale.ROOT), web.group(2));
        }
        Matcher other = OTHER_SCHEME.matcher(trimmed);
        if (other.matches()) {
            throw new FetchException(
                    "an address that starts with " + other.group(1) + " is not supported, only http: and https:");
        }
        return uri("http", trimmed);
    }

    /** Resolves the target of a redirect, which may be relative to the address of the response. */
    static URI resolve(URI base, String reference) throws FetchException {
        String target = trimmed(reference);
        String start = target.substring(0, Math.min(2, target.length())).replace('\\', '/');
        String site = base.getScheme() + "://" + base.getRawAuthority();
        if (ABSOLUTE.matcher(target).lookingAt()) {
            return parse(target);
        } else if (start.equals("//")) {
            return parse(base.getScheme() + ":" + target);
        } else if (start.startsWith("/")) {
            return parse(site + target);
        } else if (target.isEmpty() || start.startsWith("#")) {
            return base;
        }
        String path = base.getRawPath();
        return parse(site + (start.startsWith("?") ? path : path.substring(0, path.lastIndexOf('/') + 1)) + target);
    }

    /** Browsers remove spaces around an address, and line breaks and tabs inside. */
    private static String trimmed(String address) {
        return address.replaceAll("^[\\x00-\\x20]+|[\\x00-\\x20]+$|[\\t\\r\\n]", "");
    }

    private static URI uri(String scheme, String rest) throws FetchException {
        Matcher parts = PARTS.matcher(rest);
        Matcher authority = AUTHORITY.matcher("");
        if (!parts.matches() || !authority.reset(parts.group(1)).matches()) {
            throw FailureMessages.invalidAddress();
        }
        String path = withoutDotSegments(parts.group(2).replace('\\', '/'));
        String query =
                parts.group(3) == null ? "" : "?" + encoded(parts.group(3).substring(1), IN_QUERY);
        try {
            return checked(new URI(scheme + "://" + encoded(authority) + encoded(path, IN_PATH) + query));
        } catch (URISyntaxException | IllegalArgumentException invalid) {
            throw FailureMessages.invalidAddress();
        }
    }

    private static URI checked(URI uri) throws FetchException {
        if (uri.getHost() == null && uri.getRawAuthority().contains("_")) {
            throw new FetchException("Java's HTTP client does not support host names with an underscore");
        } else if (uri.getHost() == null) {
            throw FailureMessages.invalidAddress();
        }
        return uri;
    }

    private static String encoded(Matcher authority) throws FetchException {
        String user = authority.group(1);
        String host = authority.group(2);
        return (user == null ? "" : encoded(user, IN_USER) + "@")
                + (host.startsWith("[") ? host : HostName.toAscii(host))
                + port(authority.group(3));
    }

    private static String port(String digits) throws FetchException {
        if (digits == null || digits.isEmpty()) {
            return "";
        }
        String number = digits.replaceFirst("^0+", "");
        if (number.isEmpty() || number.length() > 5 || Integer.parseInt(number) > 65_535) {
            throw new FetchException("not a valid address: the port must be between 1 and 65535");
        }
        return ":" + number;
    }

    private static String withoutDotSegments(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            String dots = segments[i].replaceAll("(?i)%2e", ".");
            if (dots.equals("..") && !kept.isEmpty()) {
                kept.removeLast();
            }
            if (!dots.equals(".") && !dots.equals("..")) {
                kept.add(segments[i]);
            } else if (i == segments.length - 1) {
                kept.add(""); // the address ends with a slash
            }
        }
        return "/" + String.join("/", kept);
    }

    /** Percent-encodes all characters except letters and digits of ASCII, {@code allowed} and encoded characters. */
    private static String encoded(String text, String allowed) {
        var encoded = new StringBuilder();
        Matcher done = ENCODED.matcher(text);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean isAlphanumeric = c < 0x80 && Character.isLetterOrDigit(c);
            if (isAlphanumeric
                    || allowed.indexOf(c) >= 0
                    || (c == '%' && done.region(i, text.length()).lookingAt())) {
                encoded.appendCodePoint(c);
            } else {
                appendEncoded(encoded, c);
            }
        }
        return encoded.toString();
    }

    private static void appendEncoded(StringBuilder encoded, int codePoint) {
        for (byte b : Character.toString(codePoint).getBytes(UTF_8)) {
            encoded.append('%').append(String.format(Locale.ROOT, "%02X", b));
        }
    }
}
