package streams;

import java.util.Optional;

/** Reads a line, handles it, and reads the next one. */
public final class Sequential implements LineProcessor {

    @Override
    public void process(Source source, LineHandler handler) throws Exception {
        try (source) {
            var lines = new Lines(source);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!handler.handle(line.get())) {
                    return;
                }
            }
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new Sequential());
    }
}
