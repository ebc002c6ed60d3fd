package manymachines;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The commands that a student types to break the cluster: {@code kill 2}, {@code split 3} and so on. */
final class TypedFaults {
    static final String HELP = "kill 2, start 2, stop 2, continue 2, break 2, split 3, heal";

    private final Machines machines;

    TypedFaults(Machines machines) {
        this.machines = machines;
    }

    /** Executes a typed line. Returns the message to print: what has happened, or what is wrong with the line. */
    String follow(String line) throws IOException, InterruptedException {
        String[] words = line.strip().split("\\s+");
        Set<Integer> numbers = new TreeSet<>();
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            if (!word.matches("[1-9]")) {
                return "'" + word + "' is not a node. Type for example: " + HELP;
            }
            numbers.add(Integer.valueOf(word));
        }
        return switch (words[0]) {
            case "split" -> split(numbers);
            case "heal" -> heal();
            case "start", "kill", "stop", "continue", "break" ->
                numbers.size() == 1
                        ? oneNode(words[0], numbers.iterator().next())
                        : "Which node? Type for example: " + words[0] + " 2";
            default -> "'" + words[0] + "' is unknown. Type for example: " + HELP;
        };
    }

    private String split(Set<Integer> apart) throws IOException {
        Optional<Integer> elsewhere = machines.elsewhere();
        if (elsewhere.isPresent()) {
            return "Node " + elsewhere.get() + " runs in another terminal, and would still connect the two sides."
                    + " End it there first, with Ctrl-C.";
        }
        if (apart.isEmpty() || apart.containsAll(machines.alive())) {
            return "Which nodes are on the other side? Type for example: split 3";
        }
        machines.split(apart);
        return "The network is split. The nodes notice it after some silence.";
    }

    private String heal() throws IOException {
        return machines.heal() ? "The network is whole again." : "The network is not split. To split it: split 3";
    }

    private String oneNode(String fault, int number) throws IOException, InterruptedException {
        Optional<NodeProcess> running = machines.find(number);
        if (running.isEmpty() && machines.isElsewhere(number)) {
            return "Node " + number + " runs in another terminal. Type it there.";
        }
        if (fault.equals("start")) {
            return running.isPresent() ? "Node " + number + " is running already." : start(number);
        }
        if (running.isEmpty()) {
            return "Node " + number + " does not run here. Type: start " + number;
        }
        return breakNode(fault, running.get());
    }

    private String start(int number) throws IOException {
        machines.start(number);
        return "Node " + number + " is starting.";
    }

    private static String breakNode(String fault, NodeProcess node) throws IOException, InterruptedException {
        switch (fault) {
            case "kill" -> node.kill();
            case "stop" -> node.pause();
            case "continue" -> node.resume();
            default -> node.command(Node.BREAK);
        }
        return "Done: " + fault + " " + node.number + ".";
    }
}
