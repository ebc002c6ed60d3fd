package sharedstate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/** Wrong on purpose: each call of the list is synchronized, but a loop over it consists of many calls. */
public final class IteratedList implements WaitingList {
    private final List<String> customers = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void add(String customer) {
        customers.add(customer);
    }

    @Override
    public String print() {
        var line = new StringJoiner(", ");
        for (String customer : customers) {
            line.add(customer);
        }
        return line.toString();
    }
}
