package debugging.importer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers the answers of the name server, and holds no lock while it waits for one. Two threads may ask for the same
 * address at the same time, and get the same answer.
 */
final class ConcurrentNames implements HostNames {
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    @Override
    public String of(String address) throws InterruptedException {
        String name = answers.get(address);
        if (name == null) {
            name = NameServer.ask(address);
            answers.put(address, name);
        }
        return name;
    }
}
