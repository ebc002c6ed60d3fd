package sharedstate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/** The whole loop holds the lock that also protects {@code add}. */
public final class LockedIteration implements WaitingList {
    private final List<String> customers = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void add(String customer) {
        customers.add(customer);
    }

    @Override
    public String print() {
        var line = new StringJoiner(", ");
        synchronized (customers) { // the list's own lock
            for (String customer : customers) {
                line.add(customer);
            }
        }
        return line.toString();
    }
}
