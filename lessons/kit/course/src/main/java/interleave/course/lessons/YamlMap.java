package interleave.course.lessons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML mapping with its file and lines, for error messages. */
final class YamlMap {
    private final Path file;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(Path file) {
        this.file = file;
    }

    /** @throws CourseException when {@code root} is not a mapping */
    static YamlMap of(Path file, Optional<Node> root) {
        var map = new YamlMap(file);
        if (root.isEmpty()) {
            throw new CourseException(file + " is empty.", "Copy the keys from the lesson.yaml of another lesson.");
        }
        if (!(root.get() instanceof MappingNode mapping)) {
            throw map.wrong(root.get(), "expected 'key: value' lines");
        }
        for (NodeTuple entry : mapping.getValue()) {
            map.values.put(map.textOf(entry.getKeyNode()), entry.getValueNode());
        }
        return map;
    }

    void allowOnly(List<String> keys) {
        values.forEach((key, value) -> {
            if (!keys.contains(key)) {
                String hint = Spelling.nearest(key, keys)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
                throw wrong(value, "unknown key '" + key + "'" + hint);
            }
        });
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return textOf(value(key));
    }

    int wholeNumber(String key) {
        String text = text(key);
        if (!text.matches("\\d{1,9}")) {
            throw wrong(value(key), "'" + key + "' must be a whole number, but is '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    List<String> texts(String key) {
        return items(key).stream().map(this::textOf).toList();
    }

    /** A list of texts, each of which must be one of {@code known}. */
    List<String> textsAmong(String key, List<String> known) {
        for (Node item : items(key)) {
            if (!known.contains(textOf(item))) {
                throw wrong(
                        item,
                        "'" + key + "' names '" + textOf(item) + "', which is none of " + String.join(", ", known));
            }
        }
        return texts(key);
    }

    /** A list of single entries, {@code - key: value}. */
    List<Map.Entry<String, String>> pairs(String key) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (Node item : items(key)) {
            if (!(item instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
                throw wrong(item, "each entry of '" + key + "' must be one '- name: text'");
            }
            NodeTuple entry = mapping.getValue().getFirst();
            pairs.add(Map.entry(textOf(entry.getKeyNode()), textOf(entry.getValueNode())));
        }
        return pairs;
    }

    /** As {@link #pairs}, to be changed at will; empty when there is no such key. */
    Map<String, String> optionalPairs(String key) {
        var pairs = new LinkedHashMap<String, String>();
        if (values.containsKey(key)) {
            pairs(key).forEach(pair -> pairs.put(pair.getKey(), pair.getValue()));
        }
        return pairs;
    }

    /** A list of mappings, {@code - key: value} with further keys below; empty when there is no such key. */
    List<YamlMap> optionalMaps(String key) {
        return has(key)
                ? items(key).stream().map(item -> of(file, Optional.of(item))).toList()
                : List.of();
    }

    /** An exception, to be thrown, about the value of a key. */
    CourseException wrong(String key, String what) {
        return wrong(value(key), what);
    }

    private List<Node> items(String key) {
        Node value = value(key);
        if (!(value instanceof SequenceNode list) || list.getValue().isEmpty()) {
            throw wrong(value, "'" + key + "' must be a list of at least one '- item'");
        }
        return list.getValue();
    }

    private Node value(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw new CourseException(file + ": the key '" + key + "' is missing.", "Add a line '" + key + ": ...'.");
        }
        return value;
    }

    private String textOf(Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong(node, "expected a text here");
        }
        return scalar.getValue();
    }

    private CourseException wrong(Node where, String what) {
        int line = where.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new CourseException(file + ", line " + line + ": " + what + ".");
    }
}
