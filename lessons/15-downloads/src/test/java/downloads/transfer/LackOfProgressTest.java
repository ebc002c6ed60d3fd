package downloads.transfer;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downloads.transfer.SimulatedHttp.Ending;
import interleave.eventloop.EventLoop;
import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In virtual time: a download is given up if no bytes arrive for a while, not because it takes long. */
@InVirtualTime
class LackOfProgressTest {

    private static final URI PHOTO = URI.create("http://museum/photo.jpg");
    private static final Duration PATIENCE = ofSeconds(10);

    /** How a caller waits for a download. */
    enum Caller {
        THREAD {
            @Override
            Path download(FileDownloader files, URI address) throws Exception {
                return files.download(address);
            }
        },
        LOOP {
            @Override
            Path download(FileDownloader files, URI address) throws Exception {
                return EventLoop.run(loop -> files.download(loop, address));
            }
        };

        abstract Path download(FileDownloader files, URI address) throws Exception;
    }

    @TempDir
    private Path folder;

    private final byte[] photo = new byte[100 * SimulatedHttp.CHUNK];

    LackOfProgressTest() {
        new Random(15).nextBytes(photo);
    }

    private ResumingDownloader downloader(SimulatedHttp http) throws IOException {
        return downloader(http, received -> {});
    }

    private ResumingDownloader downloader(SimulatedHttp http, LongConsumer received) throws IOException {
        return new ResumingDownloader(http, DownloadFolder.open(folder), PATIENCE, received);
    }

    /** 102 pauses of 9 seconds: the headers, 100 chunks, and the end. */
    @ParameterizedTest
    @EnumSource
    void slowDownloadIsNotGivenUp(Caller caller, VirtualClock clock) throws Exception {
        var http = new SimulatedHttp(photo, ofSeconds(9));
        try (var files = downloader(http)) {
            Path saved = caller.download(files, PHOTO);

            assertThat(saved).hasBinaryContent(photo);
            assertThat(clock.elapsed()).isEqualTo(ofSeconds(102 * 9)).isGreaterThan(ofMinutes(15));
        }
    }

    @ParameterizedTest
    @EnumSource
    void stalledBodyIsGivenUpAfterPatience(Caller caller, VirtualClock clock) throws Exception {
        var http = new SimulatedHttp(photo, ofSeconds(1)).until(40 * SimulatedHttp.CHUNK, Ending.STALL);
        try (var files = downloader(http)) {
            assertThatThrownBy(() -> caller.download(files, PHOTO))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no bytes for 10 s, although the connection is open");

            assertThat(clock.elapsed()).isEqualTo(ofSeconds(1 + 40 + 10));
            assertThat(http.cancelled()).as("closed connections").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nextDownloadContinuesAtTheSameByte(Caller caller, VirtualClock clock) throws Exception {
        var http = new SimulatedHttp(photo, ofSeconds(1)).until(40 * SimulatedHttp.CHUNK, Ending.BREAK);
        try (var files = downloader(http)) {
            assertThatThrownBy(() -> caller.download(files, PHOTO)).hasMessage("connection reset");
        }
        Duration broken = clock.elapsed();
        http.until(photo.length, Ending.COMPLETE);
        try (var files = downloader(http)) {
            assertThat(caller.download(files, PHOTO)).hasBinaryContent(photo);
        }

        assertThat(clock.elapsed().minus(broken)).isEqualTo(ofSeconds(1 + 60 + 1));
    }

    /** The same happens after Ctrl-C in ./lesson. */
    @ParameterizedTest
    @EnumSource
    void interruptKeepsWhatHasArrived(Caller caller, VirtualClock clock) throws Exception {
        var http = new SimulatedHttp(photo, ofSeconds(1));
        try (var files = downloader(http)) {
            var downloading = new FutureTask<>(() -> caller.download(files, PHOTO));
            Thread thread = Thread.ofVirtual().start(downloading);
            Thread.sleep(ofSeconds(21).plusMillis(500));
            thread.interrupt();

            assertThatThrownBy(downloading::get).hasCauseInstanceOf(InterruptedException.class);
            assertThat(clock.elapsed()).isEqualTo(ofSeconds(21).plusMillis(500));
            assertThat(http.cancelled()).isEqualTo(1);

            assertThat(caller.download(files, PHOTO)).hasBinaryContent(photo);
            assertThat(clock.elapsed()).isEqualTo(ofSeconds(21).plusMillis(500).plusSeconds(1 + 80 + 1));
        }
    }

    /** An interrupt during a write closes the file and causes an IOException, as a full disk does. */
    @Test
    void interruptDuringWriteIsNoFailureOfTheDisk() throws Exception {
        var http = SimulatedHttp.immediate(photo);
        try (var files = downloader(http, received -> Thread.currentThread().interrupt())) {
            assertThatThrownBy(() -> files.download(PHOTO))
                    .isInstanceOf(InterruptedException.class)
                    .hasMessage("interrupted while writing a file");
        }
        try (var files = downloader(http, received -> {})) {
            assertThat(files.download(PHOTO)).as("the lock is free").hasBinaryContent(photo);
        }
    }

    /** The thread that writes cannot be stopped at once. Until it has ended, no other download may touch the part. */
    @Test
    void cancelledDownloadKeepsItsLockUntilTheRunningWriteHasEnded() throws Exception {
        var http = new SimulatedHttp(photo, ofSeconds(1));
        var writing = new CompletableFuture<Void>();
        var written = new CompletableFuture<Void>();
        try (var files = downloader(http, received -> {
            writing.complete(null);
            written.join();
        })) {
            EventLoop.run(loop -> {
                var cancelled = files.download(loop, PHOTO);
                return loop.adopt(writing)
                        .thenRun(() -> cancelled.cancel(true))
                        .thenCompose(started -> files.download(loop, PHOTO))
                        .handle((file, failure) -> {
                            written.complete(null);
                            assertThat(failure).hasRootCauseMessage("another download of " + PHOTO + " is in progress");
                            return cancelled;
                        })
                        .thenCompose(ended -> ended.handle((file, failure) -> files.download(loop, PHOTO)))
                        .thenCompose(Function.identity());
            });
        }
        assertThat(folder.resolve("photo.jpg")).hasBinaryContent(photo);
    }

    /** The connection breaks after each chunk. Each byte is requested once. */
    @ParameterizedTest
    @EnumSource
    void breaksAtEveryChunkCostNoByte(Caller caller, VirtualClock clock) throws Exception {
        var http = new SimulatedHttp(photo, ofSeconds(1));
        for (int chunk = 1; chunk < 100; chunk++) {
            http.until(chunk * SimulatedHttp.CHUNK, Ending.BREAK);
            try (var files = downloader(http)) {
                assertThatThrownBy(() -> caller.download(files, PHOTO)).hasMessage("connection reset");
            }
        }
        http.until(photo.length, Ending.COMPLETE);
        try (var files = downloader(http)) {
            assertThat(caller.download(files, PHOTO)).hasBinaryContent(photo);
        }

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(100 * 3)); // each time the headers, one chunk, and the end
    }

    /** The end of the connection is no proof: it may have broken. */
    @ParameterizedTest
    @EnumSource
    void fileWithoutLengthNeedsAnEndOrAChecksum(Caller caller) throws Exception {
        var http = new SimulatedHttp(photo, ofSeconds(1)).withFields(Map.of());
        try (var files = downloader(http)) {
            assertThatThrownBy(() -> caller.download(files, PHOTO))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the server sent neither a length nor a checksum, so the file may be incomplete");
            http.withFields(Map.of("Transfer-Encoding", List.of("gzip, chunked")));
            assertThat(caller.download(files, PHOTO)).hasBinaryContent(photo);

            String checksum =
                    Base64.getEncoder().encodeToString(AddressKey.sha256().digest(photo));
            http.withFields(Map.of("Repr-Digest", List.of("sha-256=:" + checksum + ":")));
            assertThat(caller.download(files, URI.create("http://museum/copy.jpg")))
                    .hasBinaryContent(photo);
        }
    }

    @Test
    void completeFileIsNotRequestedAgain() throws Exception {
        var http = new SimulatedHttp(photo, ofSeconds(1));
        for (int run = 0; run < 3; run++) {
            try (var files = downloader(http)) {
                assertThat(files.download(PHOTO)).hasFileName("photo.jpg");
            }
        }

        assertThat(http.requests()).isEqualTo(1);
        try (var all = Files.list(folder)) {
            assertThat(all).hasSize(2); // the photo, and the hidden folder
        }
    }
}
