package eventloop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the third floor of lesson 03 promises, over a real socket. */
@Timeout(120)
class MiniNetTest {

    @Test
    void echoesUntilTheClientDisconnects() throws Exception {
        assertThat(echoOf("hello")).isEqualTo("hello");
    }

    @Test
    void echoesMoreThanASocketHolds() throws Exception {
        String fiveMegabytes = "0123456789".repeat(500_000);

        assertThat(echoOf(fiveMegabytes).equals(fiveMegabytes)).isTrue();
    }

    @Test
    void callbackOfAnotherThreadWakesLoopThatSelects() throws Exception {
        try (var selector = Selector.open();
                var loop = new MiniNet(selector)) {
            var called = new CompletableFuture<String>();
            Thread.ofPlatform().start(() -> loop.execute(() -> called.complete("called")));

            assertThat(loop.<String>runUntilComplete(called)).isEqualTo("called");
        }
    }

    @Test
    void sleepEndsWhileTheLoopSelects() throws Exception {
        try (var selector = Selector.open();
                var loop = new MiniNet(selector)) {
            String result =
                    loop.runUntilComplete(loop.sleep(Duration.ofMillis(1)).thenApply(slept -> "slept"));

            assertThat(result).isEqualTo("slept");
        }
    }

    /** The loop runs on this thread; a client on other threads sends the text, and reads to the end. */
    private static String echoOf(String text) throws Exception {
        try (var selector = Selector.open();
                var loop = new MiniNet(selector);
                var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                    var client = new Socket(
                            InetAddress.getLoopbackAddress(), server.socket().getLocalPort())) {
                var sent = threads.submit(() -> {
                    client.getOutputStream().write(text.getBytes(UTF_8));
                    client.shutdownOutput();
                    return null;
                });
                var received =
                        threads.submit(() -> new String(client.getInputStream().readAllBytes(), UTF_8));
                loop.runUntilComplete(loop.echo(server));
                sent.get();
                return received.get();
            }
        }
    }
}
