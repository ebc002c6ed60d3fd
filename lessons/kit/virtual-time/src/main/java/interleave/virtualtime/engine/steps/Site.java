package interleave.virtualtime.engine.steps;

import java.util.ArrayList;
import java.util.List;

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

    /** Stores the site. Returns the number by which {@link #get} finds it. */
    public static int add(Site site) {
        synchronized (ALL) {
            ALL.add(site);
            return ALL.size() - 1;
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
