package sharedstate;

import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;

/** An iteration reads the array that was current when it started. Each {@code add} copies the array. */
public final class CopyOnWrite implements WaitingList {
    private final List<String> customers = new CopyOnWriteArrayList<>();

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
