package scraper.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Inet4Address;
import java.net.URLDecoder;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Converts host names as browsers do: an international name becomes ASCII with Punycode (RFC 3492), and {@code 127.1}
 * becomes {@code 127.0.0.1}. {@link java.net.IDN} does not fit, because it implements the rules of 2003, which turn
 * {@code ß} into {@code ss}, the name of another site.
 */
final class HostName {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20\\x7F\"#%/:<>?@\\[\\\\\\]^`{|}]");
    /** Soft hyphens, zero-width spaces, variation selectors of emoji, and other invisible characters. */
    private static final Pattern IGNORED = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFE00-\\uFE0F\\uFEFF]");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final int MAX_LABEL = 63;

    private HostName() {}

    /** @throws IllegalArgumentException when it is not a valid host name */
    static String toAscii(String host) {
        String decoded = URLDecoder.decode(host.replace("+", "%2B"), UTF_8);
        var labels = new ArrayList<String>();
        for (String label : normalized(decoded).split("\\.", -1)) {
            labels.add(toAsciiLabel(label));
        }
        return labels.contains("") ? withoutEmptyLabels(labels) : numbersConverted(labels);
    }

    /** In lower case and with the full stops of other scripts replaced. */
    private static String normalized(String host) {
        String visible = IGNORED.matcher(host).replaceAll("").replace('\u03a3', '\u03c3'); // no final sigma
        String lower = Normalizer.normalize(visible, Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Form.NFKC).replaceAll("[\u3002\uff0e\uff61]", ".");
    }

    private static String toAsciiLabel(String label) {
        if (label.codePointCount(0, label.length()) > MAX_LABEL) {
            throw new IllegalArgumentException("a part of a host name is too long");
        }
        String ascii = label.chars().allMatch(c -> c < 0x80) ? label : "xn--" + punycode(label);
        if (ascii.length() > MAX_LABEL || FORBIDDEN.matcher(ascii).find()) {
            throw new IllegalArgumentException("invalid part of a host name: " + label);
        }
        return ascii;
    }

    /** Only the dot of the root, at the end, may follow an empty label. */
    private static String withoutEmptyLabels(List<String> labels) {
        if (labels.size() < 2 || labels.indexOf("") != labels.size() - 1) {
            throw new IllegalArgumentException("an empty part of a host name");
        }
        return numbersConverted(labels.subList(0, labels.size() - 1)) + ".";
    }

    private static String numbersConverted(List<String> labels) {
        String host = String.join(".", labels);
        return NUMBER.matcher(labels.getLast()).matches()
                ? Inet4Address.ofPosixLiteral(host).getHostAddress()
                : host;
    }

    /** Encodes the ASCII characters first, then the distance and the position of each other character. */
    private static String punycode(String label) {
        int[] codePoints = label.codePoints().toArray();
        var encoded = new StringBuilder();
        label.chars().filter(c -> c < 0x80).forEach(c -> encoded.append((char) c));
        int basic = encoded.length();
        if (basic > 0) {
            encoded.append('-');
        }
        int done = basic;
        int bias = 72;
        int delta = 0;
        int next = 0x80;
        while (done < codePoints.length) {
            int smallest = smallestFrom(next, codePoints);
            delta += (smallest - next) * (done + 1);
            next = smallest;
            for (int codePoint : codePoints) {
                if (codePoint < next) {
                    delta++;
                } else if (codePoint == next) {
                    appendNumber(encoded, delta, bias);
                    bias = bias(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }
            delta++;
            next++;
        }
        return encoded.toString();
    }

    private static int smallestFrom(int least, int[] codePoints) {
        int smallest = Integer.MAX_VALUE;
        for (int codePoint : codePoints) {
            if (codePoint >= least) {
                smallest = Math.min(smallest, codePoint);
            }
        }
        return smallest;
    }

    private static void appendNumber(StringBuilder encoded, int number, int bias) {
        int rest = number;
        for (int k = 36; ; k += 36) {
            int threshold = Math.clamp(k - bias, 1, 26);
            if (rest < threshold) {
                encoded.append(digit(rest));
                return;
            }
            encoded.append(digit(threshold + (rest - threshold) % (36 - threshold)));
            rest = (rest - threshold) / (36 - threshold);
        }
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int bias(int delta, int length, boolean first) {
        int scaled = first ? delta / 700 : delta / 2;
        scaled += scaled / length;
        int k = 0;
        while (scaled > 455) {
            scaled /= 35;
            k += 36;
        }
        return k + 36 * scaled / (scaled + 38);
    }
}
