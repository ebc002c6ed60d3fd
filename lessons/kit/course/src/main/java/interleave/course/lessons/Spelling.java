package interleave.course.lessons;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that is nearest to a misspelt one. */
public final class Spelling {
    private Spelling() {}

    /** The shortest candidate that begins with {@code typed}, or the one with the fewest different letters. */
    public static Optional<String> nearest(String typed, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> typed.length() > 1 && candidate.startsWith(typed))
                .min(Comparator.comparingInt(String::length))
                .or(() -> candidates.stream()
                        .min(Comparator.comparingInt(candidate -> distance(typed, candidate)))
                        .filter(candidate -> distance(typed, candidate) <= Math.max(2, candidate.length() / 3)));
    }

    /** Levenshtein's: how many letters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
