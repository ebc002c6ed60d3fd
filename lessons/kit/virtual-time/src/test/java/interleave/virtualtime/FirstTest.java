package interleave.virtualtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import org.junit.jupiter.api.Test;

class FirstTest {
    @Test
    void sleep() throws Throwable {
        assertThat(VirtualTime.run(() -> Thread.sleep(5000)).elapsed()).isEqualTo(Duration.ofSeconds(5));
    }
    @Test
    void pool() throws Throwable {
        assertThat(VirtualTime.run(() -> {
            try (var pool = Executors.newFixedThreadPool(2)) {
                for (int i = 1; i <= 4; i++) {
                    int k = i;
                    pool.submit(() -> {
                        Thread.sleep(k * 1000);
                        return 0;
                    });
                }
            }
        }).elapsed()).isEqualTo(Duration.ofSeconds(6));
    }
    @Test
    void parallelStreams() throws Throwable {
        assertThat(VirtualTime.run(() -> {
            java.util.stream.IntStream.range(0, 8).parallel().forEach(i -> {
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }).elapsed()).isEqualTo(Duration.ofSeconds(2));
    }
    @Test
    void delayed() throws Throwable {
        assertThat(VirtualTime.run(() -> {
            CompletableFuture.supplyAsync(() -> 1, CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS)).get();
            try {
                new CompletableFuture<Void>().orTimeout(2, TimeUnit.SECONDS).get();
            } catch (ExecutionException e) {}
        }).elapsed()).isEqualTo(Duration.ofSeconds(5));
    }
    @Test
    void fjp() throws Throwable {
        assertThat(VirtualTime.run(() -> {
            try (var pool = new ForkJoinPool(2)) {
                for (int i = 0; i < 4; i++)
                    pool.submit(() -> {
                        Thread.sleep(1000);
                        return 0;
                    });
            }
        }).elapsed()).isEqualTo(Duration.ofSeconds(2));
    }
    @Test
    void monitors() throws Throwable {
        assertThat(VirtualTime.run(() -> {
            Object o = new Object();
            Thread t = new Thread(() -> {
                synchronized (o) {
                    try {
                        Thread.sleep(4000);
                    } catch (InterruptedException e) {}
                }
            });
            t.start();
            Thread.sleep(1);
            synchronized (o) {
                o.wait(500);
            }
            t.join();
        }).elapsed()).isEqualTo(Duration.ofMillis(4500));
    }
    @Test
    void stuck() throws Throwable {
        try {
            VirtualTime.run(() -> {
                Object a = new Object();
                new CountDownLatch(1).await();
            });
        } catch (AssertionError e) {
            System.out.println(e.getMessage());
        }
    }
}
