package dataloading;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compressed text: the features of a row and its label, separated by commas. */
final class TextFormat implements FileFormat {

    @Override
    public String suffix() {
        return ".csv.gz";
    }

    @Override
    public byte[] encode(Batch batch) throws IOException {
        var text = new StringBuilder();
        for (int row = 0; row < batch.rows(); row++) {
            for (int feature = 0; feature < batch.features(); feature++) {
                text.append(batch.feature(row, feature)).append(',');
            }
            text.append(batch.label(row)).append('\n');
        }
        var compressed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(compressed)) {
            zip.write(text.toString().getBytes(US_ASCII));
        }
        return compressed.toByteArray();
    }

    @Override
    public Batch decode(int number, byte[] content) throws IOException {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            List<String> lines =
                    new String(zip.readAllBytes(), US_ASCII).lines().toList();
            return parse(number, lines);
        } catch (NumberFormatException damaged) {
            throw new IOException("not a table of numbers", damaged);
        }
    }

    private static Batch parse(int number, List<String> lines) {
        int features = lines.isEmpty() ? 0 : lines.getFirst().split(",").length - 1;
        var values = new double[lines.size() * features];
        var labels = new int[lines.size()];
        for (int row = 0; row < labels.length; row++) {
            String[] cells = lines.get(row).split(",");
            if (cells.length != features + 1) {
                throw new NumberFormatException("the rows differ in length");
            }
            for (int feature = 0; feature < features; feature++) {
                values[row * features + feature] = Double.parseDouble(cells[feature]);
            }
            labels[row] = Integer.parseInt(cells[features]);
        }
        return new Batch(number, features, values, labels);
    }
}
