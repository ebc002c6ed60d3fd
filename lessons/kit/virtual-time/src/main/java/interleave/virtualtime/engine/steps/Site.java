package interleave.virtualtime.engine.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in the program where a thread may be preempted.
 *
 * @param place such as {@code Counter:12}
 * @param action such as {@code read count}
 * @param access what the step does
 * @param owner the internal name of the class that declares the field or the method
 * @param name the name of the field or the method; empty for a monitor or an array
 */
public record Site(String place, String action, Access access, String owner, String name) {
    /** Rewritten code knows a site by its index in this list. */
    private static final List<Site> ALL = new ArrayList<>();

    /** The index of each site. Equal sites share an index, because a class that is compiled again has few new ones. */
    private static final Map<Site, Integer> NUMBERS = new HashMap<>();

    /** Stores the site, unless an equal one is stored. Returns the number by which {@link #get} finds it. */
    public static int add(Site site) {
        synchronized (ALL) {
            Integer number = NUMBERS.putIfAbsent(site, ALL.size());
            if (number == null) {
                ALL.add(site);
            }
            return number == null ? ALL.size() - 1 : number;
        }
    }

    /** The site with this number. */
    public static Site get(int number) {
        synchronized (ALL) {
            return ALL.get(number);
        }
    }

    /** The simple name of the outermost class whose code makes the step. */
    public String type() {
        return place.substring(0, place.indexOf(':'));
    }

    /** The source line. */
    public int line() {
        return Integer.parseInt(place.substring(place.indexOf(':') + 1));
    }

    /** Such as {@code Counter.java:12}. */
    public String location() {
        return place.replace(":", ".java:");
    }

    @Override
    public String toString() {
        return place + " " + action;
    }
}
