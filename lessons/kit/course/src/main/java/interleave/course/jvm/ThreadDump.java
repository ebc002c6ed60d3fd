package interleave.course.jvm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the JSON file of a thread dump one thread at a time, because it may have a hundred thousand. */
final class ThreadDump {
    /** Each stack once: most threads of a large program have one of a few stacks. */
    private final Map<List<String>, List<String>> stacks = new HashMap<>();

    private final List<ThreadContainer> containers = new ArrayList<>();

    private ThreadDump() {}

    static List<ThreadContainer> read(Path file) throws IOException {
        var dump = new ThreadDump();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("threadContainers")) {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        dump.containers.add(dump.container(json));
                    }
                }
            }
        }
        return dump.containers;
    }

    private ThreadContainer container(JsonParser json) throws IOException {
        var fields = new HashMap<String, String>();
        var threads = new ArrayList<ThreadState>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    threads.add(thread(JSON.std.mapFrom(json)));
                }
            } else if (json.currentToken() != JsonToken.VALUE_NULL) {
                fields.put(name, json.getText());
            }
        }
        String owner = fields.get("owner");
        return new ThreadContainer(
                fields.getOrDefault("container", ""),
                owner == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(owner)),
                threads);
    }

    private ThreadState thread(Map<String, Object> fields) {
        List<String> stack = texts(fields.get("stack"));
        return new ThreadState(
                Long.parseLong(text(fields, "tid")),
                text(fields, "name"),
                Boolean.TRUE.equals(fields.get("virtual")),
                text(fields, "state"),
                fields.get("parkBlocker") instanceof Map<?, ?> blocker ? String.valueOf(blocker.get("object")) : "",
                text(fields, "blockedOn"),
                text(fields, "waitingOn"),
                monitors(fields.get("monitorsOwned")),
                stacks.computeIfAbsent(stack, same -> same));
    }

    private static List<String> monitors(@Nullable Object owned) {
        return owned instanceof List<?> frames
                ? frames.stream()
                        .flatMap(frame -> texts(((Map<?, ?>) frame).get("locks")).stream())
                        .toList()
                : List.of();
    }

    private static List<String> texts(@Nullable Object array) {
        return array instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }
}
