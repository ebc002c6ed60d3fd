package dataloading;

import java.io.IOException;

/** How a batch is stored in a file. */
public sealed interface FileFormat permits BinaryFormat, TextFormat {

    /** Compressed text, a line for each row. Decoding it is CPU-bound: it decompresses, splits and parses. */
    FileFormat TEXT = new TextFormat();

    /** Binary numbers. Decoding only copies them. */
    FileFormat BINARY = new BinaryFormat();

    /** The end of the file name, such as ".csv.gz". */
    String suffix();

    /** The content of a file. */
    byte[] encode(Batch batch) throws IOException;

    /**
     * The batch in a file.
     *
     * @throws IOException if the content is damaged
     */
    Batch decode(int number, byte[] content) throws IOException;
}
