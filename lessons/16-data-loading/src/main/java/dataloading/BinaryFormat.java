package dataloading;

import java.io.IOException;
import java.nio.BufferUnderflowException;
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
        int bytesPerRow = batch.features() * Double.BYTES + Integer.BYTES;
        var content = ByteBuffer.allocate(HEADER + batch.rows() * bytesPerRow);
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
        try {
            var content = ByteBuffer.wrap(bytes);
            int rows = content.getInt();
            int features = content.getInt();
            var values = new double[rows * features];
            var labels = new int[rows];
            for (int row = 0; row < rows; row++) {
                for (int feature = 0; feature < features; feature++) {
                    values[row * features + feature] = content.getDouble();
                }
                labels[row] = content.getInt();
            }
            return new Batch(number, features, values, labels);
        } catch (BufferUnderflowException cut) {
            throw new IOException("the file ends too early", cut);
        }
    }
}
