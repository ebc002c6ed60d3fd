package blockingtheloop;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The resolver of the JVM that runs the tests: looking up the name of a gate waits there. */
public final class GatedNames extends InetAddressResolverProvider {

    private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();

    /** Looking up this name waits at {@code gate}. */
    static void add(String name, Gate gate) {
        GATES.put(name, gate);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver builtIn = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                Gate gate = GATES.get(host);
                if (gate == null) {
                    return builtIn.lookupByName(host, policy);
                }
                gate.pass();
                return Stream.of(InetAddress.getLoopbackAddress());
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtIn.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "names of gates";
    }
}
