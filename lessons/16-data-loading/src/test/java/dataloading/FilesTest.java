package dataloading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Real files: read, decoded, and used in the order determined by the seed. */
class FilesTest {

    private static final TrainingData DATA = new TrainingData(7, 50);
    private static final int BATCHES = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void modelOfRealFilesIsTheSameForAnyNumberOfLoaders(Versions version) throws Exception {
        DATA.writeTo(folder, BATCHES, FileFormat.TEXT);
        String expected = model(new Sequential(), FileFormat.TEXT, 1);

        for (int loaders : new int[] {1, 2, 3, 8, 100}) {
            for (int round = 0; round < 5; round++) {
                assertThat(model(version.with(loaders), FileFormat.TEXT, 1)).isEqualTo(expected);
            }
        }
    }

    @Test
    void modelIsTheSameInBothFormats() throws Exception {
        DATA.writeTo(folder, BATCHES, FileFormat.TEXT);
        Path binary = Files.createDirectory(folder.resolve("binary"));
        DATA.writeTo(binary, BATCHES, FileFormat.BINARY);

        var fromText = new LogisticRegression(TrainingData.FEATURES, 2);
        var fromBinary = new LogisticRegression(TrainingData.FEATURES, 2);
        for (int number = 1; number <= BATCHES; number++) {
            fromText.train(FileFormat.TEXT.decode(number, Files.readAllBytes(file(folder, number, ".csv.gz"))));
            fromBinary.train(FileFormat.BINARY.decode(number, Files.readAllBytes(file(binary, number, ".bin"))));
        }

        assertThat(fromBinary.weights()).containsExactly(fromText.weights());
    }

    @Test
    void seedDeterminesTheOrder() throws Exception {
        DATA.writeTo(folder, BATCHES, FileFormat.BINARY);
        List<Double> order = firstValues(1);

        assertThat(firstValues(1)).isEqualTo(order);
        assertThat(firstValues(2)).isNotEqualTo(order).containsExactlyInAnyOrderElementsOf(order);
        assertThat(model(new Sequential(), FileFormat.BINARY, 2))
                .isNotEqualTo(model(new Sequential(), FileFormat.BINARY, 1));
    }

    @Test
    void damagedFileIsNamed() throws Exception {
        for (var format : List.of(FileFormat.TEXT, FileFormat.BINARY)) {
            byte[] content = format.encode(DATA.batch(1));
            Path file = folder.resolve("batch-0001" + format.suffix());
            Files.write(file, Arrays.copyOf(content, content.length / 2));

            assertThatThrownBy(() -> new FileDataset(folder, format, 1).load(1))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot load batch-0001" + format.suffix() + ": ");
            Files.delete(file);
        }
    }

    @Test
    void fileWithoutNumbersIsDamaged() throws Exception {
        assertThatThrownBy(() -> FileFormat.TEXT.decode(1, zipped("a,b\n")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("not a table of numbers");
    }

    @Test
    void rowsOfDifferentLengthsAreDamaged() throws Exception {
        assertThatThrownBy(() -> FileFormat.TEXT.decode(1, zipped("1,0\n1,2,0\n")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("not a table of numbers");
    }

    /** The product of the last two numbers overflows to 0. */
    @ParameterizedTest
    @CsvSource({"-1, 1", "1, -1", "2147483647, 1", "1, 2147483647", "65536, 65536"})
    void damagedHeaderIsReported(int rows, int features) {
        byte[] content = ByteBuffer.allocate(8).putInt(rows).putInt(features).array();

        assertThatThrownBy(() -> FileFormat.BINARY.decode(1, content))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("the length of the file does not match its header");
    }

    @Test
    void batchWithoutRowsIsRestored() throws Exception {
        for (var format : List.of(FileFormat.TEXT, FileFormat.BINARY)) {
            assertThat(format.decode(1, format.encode(Batch.empty(1))).rows()).isZero();
        }
    }

    @Test
    void emptyFolderIsAnEpochWithoutBatches() throws Exception {
        String untrained = Arrays.toString(new LogisticRegression(TrainingData.FEATURES, 2).weights());

        for (Epoch version :
                List.of(new Sequential(), new OneAhead(), new WithThreadPool(2, 2), new WithEventLoop(2))) {
            assertThat(model(version, FileFormat.TEXT, 1)).isEqualTo(untrained);
        }
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static Path file(Path folder, int number, String suffix) {
        return folder.resolve(String.format(java.util.Locale.ROOT, "batch-%04d%s", number, suffix));
    }

    private String model(Epoch version, FileFormat format, long seed) throws Exception {
        var model = new LogisticRegression(TrainingData.FEATURES, 2);
        version.run(new FileDataset(folder, format, seed), model);
        return Arrays.toString(model.weights());
    }

    private List<Double> firstValues(long seed) throws Exception {
        var values = new ArrayList<Double>();
        new WithThreadPool(3, 3)
                .run(new FileDataset(folder, FileFormat.BINARY, seed), batch -> values.add(batch.feature(0, 0)));
        return values;
    }
}
