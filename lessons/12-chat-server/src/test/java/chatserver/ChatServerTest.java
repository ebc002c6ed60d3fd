package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every version that deserves the name does, over real sockets. */
@ParameterizedClass
@MethodSource("versions")
class ChatServerTest {

    private static final String LONG_LINE = "x".repeat(10_000);
    /** Four clients send 80 MB in as many rounds: many times what the server and the system keep for one client. */
    private static final int MOST_ROUNDS = 2_000;

    @Parameter
    Supplier<ChatServer> version;

    private Running server;
    private final List<Talker> talkers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    static List<Named<Supplier<ChatServer>>> versions() {
        return List.of(
                Named.of("WithThreadPool", WithThreadPool::new),
                Named.of("WithEventLoop", WithEventLoop::new),
                Named.of("WithVirtualThreads", WithVirtualThreads::new),
                Named.of("WithNetty", WithNetty::new));
    }

    @BeforeEach
    void start() {
        server = new Running(version.get());
    }

    @AfterEach
    void end() throws Exception {
        for (Talker talker : talkers) {
            talker.close();
        }
        threads.shutdownNow();
        threads.close();
        assertThat(server.end()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void everyLineReachesEveryOtherClientOnceAndInOrder() throws Exception {
        List<Talker> all = arrive(5);

        var speaking = new ArrayList<Future<?>>();
        for (Talker talker : all) {
            speaking.add(inParallel(() -> {
                for (int number = 0; number < 200; number++) {
                    talker.say("line " + number);
                }
                return null;
            }));
        }

        for (Talker listener : all) {
            List<String> heard = listener.hear(4 * 200);
            for (Talker sender : all) {
                List<String> said = sender == listener
                        ? List.of()
                        : IntStream.range(0, 200)
                                .mapToObj(number -> sender.says("line " + number))
                                .toList();
                assertThat(heard.stream().filter(line -> line.startsWith(sender.name() + ": ")))
                        .isEqualTo(said);
            }
        }
        for (var spoken : speaking) {
            spoken.get();
        }
        assertNothingElseWasHeard(all);
    }

    /** Each says one line more, and that is the next each other hears. */
    private static void assertNothingElseWasHeard(List<Talker> all) throws IOException {
        Talker last = all.getLast();
        last.say("the end");
        for (Talker listener : all) {
            if (listener != last) {
                assertThat(listener.hear()).isEqualTo(last.says("the end"));
            }
        }
        all.getFirst().say("the end");
        assertThat(last.hear()).isEqualTo(all.getFirst().says("the end"));
    }

    @Test
    void textMayBeCutInTheMiddleOfACharacter() throws Exception {
        List<Talker> all = arrive(2);
        String text = "Gr\u00fc\u00dfe \u4f60\u597d \ud83d\ude00";

        for (byte each : (text + "\n").getBytes(UTF_8)) {
            all.getFirst().send(each);
        }

        assertThat(all.getLast().hear()).isEqualTo(all.getFirst().says(text));
    }

    @Test
    void twoLinesMayComeInOnePieceAndEndAsTheyLike() throws Exception {
        List<Talker> all = arrive(2);

        all.getFirst().send("one\ntwo\r\n\nthree\n".getBytes(UTF_8));

        assertThat(all.getLast().hear(4))
                .containsExactly(
                        all.getFirst().says("one"),
                        all.getFirst().says("two"),
                        all.getFirst().says(""),
                        all.getFirst().says("three"));
    }

    @Test
    void aLastLineWithoutAnEndIsHeard() throws Exception {
        List<Talker> all = arrive(2);

        all.getFirst().send("bye".getBytes(UTF_8));
        all.getFirst().stopSending();

        assertThat(all.getLast().hear()).isEqualTo(all.getFirst().says("bye"));
        assertThat(all.getFirst().hear()).isNull();
    }

    @Test
    void aClientThatVanishesDisturbsNobody() throws Exception {
        List<Talker> all = arrive(3);

        for (int round = 0; round < 20; round++) {
            Talker vanishing = new Talker(server.address()).arrive(all.getFirst());
            all.getFirst().say("before " + round);
            vanishing.send("half a li".getBytes(UTF_8));
            vanishing.vanish();
            all.getFirst().say("after " + round);

            var heard = new ArrayList<String>();
            while (!heard.contains(all.getFirst().says("after " + round))) {
                heard.add(all.get(1).hear());
            }
            assertThat(heard)
                    .filteredOn(line -> !line.endsWith(": half a li"))
                    .containsExactly(
                            all.getFirst().says("before " + round),
                            all.getFirst().says("after " + round));
        }
    }

    @Test
    void allThatAClientSaidBeforeItLeftIsHeardAlsoWhenThatWasMuch() throws Exception {
        List<Talker> all = arrive(2);
        Talker leaving = new Talker(server.address()).arrive(all.getFirst());
        String text = "x".repeat(5_000);

        for (int number = 0; number < 100; number++) { // half a megabyte: it is gone before all of it is read
            leaving.say(number + text);
        }
        leaving.close();

        for (Talker listener : all) {
            assertThat(listener.hear(100))
                    .isEqualTo(IntStream.range(0, 100)
                            .mapToObj(number -> leaving.says(number + text))
                            .toList());
        }
        assertNothingElseWasHeard(all);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "a reset may destroy what has come and is not yet read")
    void allThatHadComeFromAClientBeforeItVanishedIsHeard() throws Exception {
        List<Talker> all = arrive(2);
        Talker vanishing = new Talker(server.address()).arrive(all.getFirst());

        for (int number = 0; number < 20; number++) {
            vanishing.say("line " + number);
        }
        vanishing.vanish();

        for (Talker listener : all) {
            assertThat(listener.hear(20))
                    .isEqualTo(IntStream.range(0, 20)
                            .mapToObj(number -> vanishing.says("line " + number))
                            .toList());
        }
        assertNothingElseWasHeard(all);
    }

    @Test
    void clientsMayComeAndGoWhileOthersTalk() throws Exception {
        List<Talker> all = arrive(2);
        var talking = new AtomicBoolean(true);
        var visitors = new ArrayList<Future<?>>();
        for (int number = 0; number < 4; number++) {
            visitors.add(inParallel(() -> {
                while (talking.get()) {
                    try (var visitor = new Talker(server.address())) {
                        visitor.hear();
                    }
                }
                return null;
            }));
        }

        Future<?> talk = inParallel(() -> {
            for (int number = 0; number < 500; number++) {
                all.getFirst().say("line " + number);
            }
            return null;
        });

        for (int number = 0; number < 500; number++) {
            assertThat(all.getLast().hear()).isEqualTo(all.getFirst().says("line " + number));
        }
        talk.get();
        talking.set(false);
        while (!visitors.stream().allMatch(Future::isDone)) {
            all.getFirst().say("for those who still wait for a line");
        }
    }

    @Test
    void dropsClientThatNeverReadsAndNotifiesEachOtherOnce() throws Exception {
        var printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            List<Talker> all = arrive(4);
            Talker deaf = arriveDeaf(all.getFirst());
            String notice = deaf.name() + " does not read, and is dropped";

            List<String> heard = overwhelm(deaf, all);

            assertThat(heard).hasSize(all.size()).containsOnly("* " + notice);
            assertThat(deaf.readToTheEnd())
                    .as("bytes of a dropped client")
                    .isLessThan(MOST_ROUNDS * 4L * LONG_LINE.length());
            assertNothingElseWasHeard(all);
            assertThat(printed.toString(UTF_8)).isEqualTo(notice + System.lineSeparator());
        } finally {
            System.setOut(out);
        }
    }

    /** A client that does not read, and for which the system keeps as little as possible. */
    private Talker arriveDeaf(Talker witness) throws IOException {
        Talker deaf = new Talker(server.address(), 4 * 1024).arrive(witness);
        talkers.add(deaf);
        return deaf;
    }

    /**
     * All talk, in rounds, until all have heard that {@code deaf} was dropped. Returns what they heard besides each
     * other.
     */
    private static List<String> overwhelm(Talker deaf, List<Talker> all) throws IOException {
        var others = new ArrayList<String>();
        for (int round = 0; others.size() < all.size(); round++) {
            assertThat(round).as("rounds until the client is dropped").isLessThan(MOST_ROUNDS);
            for (Talker talker : all) {
                talker.say(LONG_LINE);
            }
            for (Talker talker : all) {
                others.addAll(talker.hear(all.size() - 1));
            }
            others.removeIf(line -> line.endsWith(LONG_LINE));
        }
        for (Talker talker : all) {
            others.add(talker.hear()); // the notice stands for a line of the last round, which is still to come
        }
        others.removeIf(line -> line.endsWith(LONG_LINE));
        assertThat(others).noneMatch(line -> line.startsWith(deaf.says("")));
        return others;
    }

    @Test
    void whoFloodsIsSlowedDownAndTheOthersAreHeard() throws Exception {
        List<Talker> all = arrive(3);
        Talker flooding = all.getFirst();
        var flood = new AtomicBoolean(true);
        Future<Integer> flooded = inParallel(() -> {
            int number = 0;
            while (flood.get()) {
                flooding.say("%08d".formatted(number++) + "~".repeat(1_000));
            }
            flooding.say("enough");
            return number;
        });

        int number = 0;
        for (int word = 0; word < 10; word++) {
            all.get(1).say("word " + word);
            String heard = all.get(2).hear();
            for (;
                    !heard.equals(all.get(1).says("word " + word));
                    heard = all.get(2).hear()) {
                assertThat(heard).startsWith(flooding.says("%08d~".formatted(number++)));
                all.get(1).hear();
            }
        }
        flood.set(false);
        Future<?> other = inParallel(() -> {
            for (String heard = all.get(1).hear(); !heard.equals(flooding.says("enough")); ) {
                heard = all.get(1).hear();
            }
            return null;
        });
        for (String heard = all.get(2).hear();
                !heard.equals(flooding.says("enough"));
                heard = all.get(2).hear()) {
            assertThat(heard).startsWith(flooding.says("%08d~".formatted(number++)));
        }
        assertThat(number).isEqualTo(flooded.get());
        other.get();
        assertThat(flooding.hear(10))
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .mapToObj(word -> all.get(1).says("word " + word))
                        .toList());
    }

    @Test
    void aLineOfTenMegabytesIsSentToNobodyAndItsSenderIsTold() throws Exception {
        List<Talker> all = arrive(2);

        all.getFirst().send("y".repeat(10_000_000).getBytes(UTF_8));
        all.getFirst().say("");
        all.getFirst().say("sorry");

        assertThat(all.getFirst().hear()).isEqualTo("* Your line is longer than 65536 bytes. It was sent to nobody.");
        assertThat(all.getLast().hear()).isEqualTo(all.getFirst().says("sorry"));
        assertNothingElseWasHeard(all);
    }

    @Test
    void theLongestLineThereMayBeArrivesWhole() throws Exception {
        List<Talker> all = arrive(2);
        String line = "z".repeat(ChatServer.LONGEST_LINE);

        all.getFirst().say(line);

        assertThat(all.getLast().hear()).isEqualTo(all.getFirst().says(line));
    }

    @Test
    void aHundredClientsHearEachOther() throws Exception {
        allHearEachOther(100);
    }

    @Test
    @Tag("slow")
    void aThousandClientsHearEachOther() throws Exception {
        allHearEachOther(1_000);
    }

    private void allHearEachOther(int clients) throws IOException {
        List<Talker> all = arrive(clients);

        for (Talker talker : all) {
            talker.say("here");
        }

        for (Talker talker : all) {
            assertThat(talker.hear(clients - 1))
                    .doesNotHaveDuplicates()
                    .allMatch(line -> line.endsWith(": here"))
                    .doesNotContain(talker.says("here"));
        }
    }

    @Test
    void whenTheServerEndsAllAreTold() throws Exception {
        List<Talker> all = arrive(3);
        arriveDeaf(all.getFirst());
        all.getFirst().say("last words");

        assertThat(all.get(1).hear()).isEqualTo(all.getFirst().says("last words"));
        assertThat(server.end()).isInstanceOf(InterruptedException.class);

        assertThat(all.get(1).hear()).isEqualTo("* The server is closing. Goodbye!");
        assertThat(all.get(1).hear()).isNull();
        assertThat(all.getFirst().hear()).isEqualTo("* The server is closing. Goodbye!");
        assertThat(all.getFirst().hear()).isNull();
    }

    @Test
    void whoDoesNotReadDoesNotKeepTheServerFromEnding() throws Exception {
        List<Talker> all = arrive(1);
        Talker deaf = arriveDeaf(all.getFirst());
        for (int number = 0; number < 80; number++) {
            all.getFirst().say("x".repeat(10_000));
        }
        all.getFirst().stopSending();
        assertThat(all.getFirst().hear()).isNull(); // so all of it is on its way

        assertThat(server.end()).isInstanceOf(InterruptedException.class);

        assertThat(deaf.readToTheEnd()).isPositive();
    }

    private List<Talker> arrive(int count) throws IOException {
        List<Talker> arrived = Talker.arrive(server.address(), count);
        talkers.addAll(arrived);
        return arrived;
    }

    private <T> Future<T> inParallel(Callable<T> work) {
        return threads.submit(work);
    }
}
