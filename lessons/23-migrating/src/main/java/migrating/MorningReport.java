package migrating;

import java.util.Currency;
import java.util.function.Consumer;
import migrating.sources.Sources;

/**
 * Writes the morning report of a chain of bicycle shops. From "Learning asyncio for Enhanced Performance", which moves
 * a program from blocking calls to asynchronous ones.
 */
public interface MorningReport {

    /**
     * Writes a line for each shop, in the order of the shops, and then the total.
     *
     * @param lines receives the lines, one at a time, on the calling thread
     * @throws Exception the exception of the first shop, in that order, whose line cannot be written. All lines before
     *     it have been written, and no others.
     */
    void write(Sources sources, Currency currency, Consumer<String> lines) throws Exception;
}
