package interleave.virtualtime;

/** first cut */
public final class VirtualTime {
    private VirtualTime() {}
    public interface Body {
        void run() throws Throwable;
    }
    public static java.time.Duration run(Body body) throws Throwable {
        Installation.ensure();
        return Runner.run(body);
    }
}
