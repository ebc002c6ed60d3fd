package dataloading;

import java.io.IOException;

/** How a batch is stored in a file. */
public sealed interface FileFormat permits BinaryFormat, TextFormat {

    /** Compressed text, a line for each row. Decoding it computes: it unpacks, splits and parses. */
    FileFormat TEXT = new TextFormat();

    /** The bits of the numbers. Decoding it is a copy. */
    FileFormat BINARY = new BinaryFormat();

    /** The end of a file's name, such as ".csv.gz". */
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
