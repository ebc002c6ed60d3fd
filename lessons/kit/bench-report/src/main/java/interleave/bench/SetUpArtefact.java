package interleave.bench;

import java.util.List;
import java.util.Optional;

/**
 * A variant that the set-up of its benchmark slows down, so that a comparison with the others would say nothing about
 * the versions.
 *
 * @param type the benchmark, as in {@link Row}
 * @param method the variant
 * @param parameter the parameter that causes it, with {@code value}
 * @param reason for the report
 */
record SetUpArtefact(String type, String method, String parameter, String value, String reason) {
    private static final List<SetUpArtefact> ALL = List.of(new SetUpArtefact(
            "ContextManager",
            "vertxOnEventLoop",
            "database",
            "h2",
            "Some 40 ms of each query are due to the set-up. Vert.x reaches H2 through a socket, and H2 sends an"
                + " answer in several small packets. TCP holds the next packet back until the last one is acknowledged"
                + " (Nagle's algorithm and delayed ACK), because H2 does not set TCP_NODELAY. JDBC calls H2 like any"
                + " method. To compare them, use a database that both reach through a socket: ./lesson bench"
                + " context-manager -- -p database=postgresql"));

    /** The artefact that a row is subject to. */
    static Optional<SetUpArtefact> of(Row row) {
        return ALL.stream()
                .filter(artefact -> row.type().equals(artefact.type)
                        && row.method().equals(artefact.method)
                        && artefact.value.equals(row.parameters().get(artefact.parameter)))
                .findFirst();
    }
}
