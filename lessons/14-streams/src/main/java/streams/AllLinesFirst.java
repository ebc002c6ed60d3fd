package streams;

import java.util.ArrayList;
import java.util.Optional;

/** Wrong on purpose: reads all lines into a list, and handles them afterwards. */
public final class AllLinesFirst implements LineProcessor {

    @Override
    public void process(Source source, LineHandler handler) throws Exception {
        try (source) {
            var lines = new Lines(source);
            var all = new ArrayList<String>();
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                all.add(line.get());
            }
            for (String line : all) {
                if (!handler.handle(line)) {
                    return;
                }
            }
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new AllLinesFirst());
    }
}
