package dataloading;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Binary numbers: the number of rows and of features, and then the features and the label of each row. */
final class BinaryFormat implements FileFormat {

    private static final int HEADER = 2 * Integer.BYTES;

    @Override
    public String suffix() {
        return ".bin";
    }

    @Override
    public byte[] encode(Batch batch) {
        var content = ByteBuffer.allocate(HEADER + batch.rows() * (int) bytesPerRow(batch.features()));
        content.putInt(batch.rows()).putInt(batch.features());
        for (int row = 0; row < batch.rows(); row++) {
            for (int feature = 0; feature < batch.features(); feature++) {
                content.putDouble(batch.feature(row, feature));
            }
            content.putInt(batch.label(row));
        }
        return content.array();
    }

    @Override
    public Batch decode(int number, byte[] bytes) throws IOException {
        var content = ByteBuffer.wrap(bytes);
        int rows = bytes.length < HEADER ? -1 : content.getInt();
        int features = bytes.length < HEADER ? -1 : content.getInt();
        if (rows < 0 || features < 0 || !isLength(bytes.length - HEADER, rows, features)) {
            throw new IOException("the length of the file does not match its header");
        }
        var values = new double[rows * features];
        var labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < features; feature++) {
                values[row * features + feature] = content.getDouble();
            }
            labels[row] = content.getInt();
        }
        return new Batch(number, features, values, labels);
    }

    /** Divides, because the product of two numbers from a damaged header may overflow. */
    private static boolean isLength(int content, int rows, int features) {
        return rows == 0 ? content == 0 : content % rows == 0 && content / rows == bytesPerRow(features);
    }

    private static long bytesPerRow(int features) {
        return (long) features * Double.BYTES + Integer.BYTES;
    }
}
