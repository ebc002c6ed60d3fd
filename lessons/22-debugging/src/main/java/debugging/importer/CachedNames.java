package debugging.importer;

import java.util.HashMap;
import java.util.Map;

/** Remembers the answers of the name server. */
final class CachedNames implements HostNames {
    private final Map<String, String> answers = new HashMap<>();

    @Override
    public synchronized String of(String address) throws InterruptedException {
        String name = answers.get(address);
        if (name == null) {
            name = NameServer.ask(address);
            answers.put(address, name);
        }
        return name;
    }
}
