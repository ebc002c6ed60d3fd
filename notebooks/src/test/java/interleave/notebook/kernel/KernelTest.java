package interleave.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import interleave.notebook.kernel.JupyterClient.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel as a separate process, over the sockets of Jupyter. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KernelTest {
    static final String STRUCTURED_SCOPE = """
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(() -> IO.println("forked"));
            scope.join();
        }\
        """;

    private static final Map<String, ?> SILENT = Map.of("silent", true, "store_history", false);

    private static JupyterClient kernel;

    @BeforeAll
    static void startTheKernel() throws Exception {
        kernel = new JupyterClient("interleave");
    }

    @AfterAll
    static void stopTheKernel() throws Exception {
        kernel.close();
    }

    @AfterEach
    void kernelStillRunsCells() {
        assertThat(kernel.run("20 + 1").value()).isEqualTo("21");
    }

    @Test
    void showsValueOfLastExpressionButNotOfDeclaration() {
        assertThat(kernel.run("int a = 2; a + 1").value()).isEqualTo("3");
        assertThat(kernel.run("int[] b = {1, 2};\nb").value()).isEqualTo("int[2] { 1, 2 }");
        assertThat(kernel.run("3 * a; int c = 4;").result()).isEmpty();
        assertThat(kernel.run("(Object) null").result()).isEmpty();
        assertThat(kernel.run("// nothing").status()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.ofPlatform().start(task)",
                "Thread.startVirtualThread(task)",
                "Executors.newVirtualThreadPerTaskExecutor().submit(task)",
                "Executors.newFixedThreadPool(1).submit(task)",
                "Thread.startVirtualThread(() -> Thread.startVirtualThread(task))"
            })
    void outputOfThreadAppearsInTheCellThatStartedItEvenAfterItsEnd(String start) {
        kernel.run("var go = new CountDownLatch(1); var done = new CountDownLatch(1);");
        kernel.run("""
            Runnable task = () -> {
                try {
                    go.await();
                    IO.println("late");
                    System.err.println("wrong");
                    done.countDown();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            };\
            """);
        Run starting = kernel.run("IO.println(\"early\");\n" + start + ";");
        Run other = kernel.run("go.countDown(); done.await(); IO.println(\"other\");");

        kernel.awaitOutput(starting.id(), "late\n");
        assertThat(kernel.printed(starting.id(), "stdout")).isEqualTo("early\nlate\n");
        assertThat(other.stdout()).isEqualTo("other\n");
        assertThat(other.stderr()).isEmpty();
    }

    @Test
    void losesNoLineOfConcurrentThreadsAndKeepsTheOrderWithinThread() {
        Run run = kernel.run("""
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                for (String name : List.of("a", "b", "c", "d")) {
                    pool.submit(() -> {
                        for (int i = 0; i < 500; i++) {
                            IO.println(name + i);
                        }
                    });
                }
            }\
            """);

        for (String name : new String[] {"a", "b", "c", "d"}) {
            assertThat(run.stdout().lines().filter(line -> line.startsWith(name)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 500).mapToObj(i -> name + i).toList());
        }
    }

    @Test
    void deliversStdoutAndStderrSeparatelyAndIncompleteLines() {
        assertThat(kernel.run("IO.print(\"5 4 3 \"); IO.print(\"\\u00fc\");").stdout())
                .isEqualTo("5 4 3 \u00fc");
        Run run = kernel.run("System.err.println(\"failed\"); IO.println(\"went on\");");
        assertThat(run.stderr()).isEqualTo("failed\n");
        assertThat(run.stdout()).isEqualTo("went on\n");
    }

    @Test
    void joinsBytesOfCharacterThatAreWrittenSeparately() {
        String half = "System.out.write(0xC3); System.out.flush();";
        String rest = "System.out.write(0xA9); System.out.flush();";
        assertThat(kernel.run(half + rest).stdout()).isEqualTo("\u00e9");

        String parts = kernel.begin("IO.print(\"<\");" + half + "IO.readln();" + rest + "IO.print(\">\");");
        kernel.type(parts, "");
        assertThat(kernel.await(parts).stdout()).as("sent in two messages").isEqualTo("<\u00e9>");

        Run run = kernel.run("System.out.write(0xF0); System.out.write(0x9F); System.err.print(\"!\");"
                + "System.out.write(0x8D); System.out.write(0xB5); System.out.flush();");
        assertThat(run.stdout()).as("standard error between").isEqualTo("\uD83C\uDF75");
        assertThat(run.stderr()).isEqualTo("!");
    }

    @Test
    void replacesBytesThatAreNoCharacter() {
        assertThat(kernel.run("System.out.write(0xC3); IO.print(\"x\");").stdout())
                .isEqualTo("\uFFFDx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.sleep(java.time.Duration.ofHours(1));",
                "while (true) {}",
                "for (int i = 0; ; i++) {}",
                "new CountDownLatch(1).await();",
                "synchronized (this_lock) { this_lock.wait(); }",
                "new LinkedBlockingQueue<String>().take();",
                "Stream.iterate(1, x -> x + 1).forEach(x -> {});",
                "while (true) IO.println(\"again and again\");",
                "IO.readln();",
                "new Scanner(System.in).nextLine();",
                "try (var pool = Executors.newVirtualThreadPerTaskExecutor()) { pool.submit(() -> {"
                        + " Thread.sleep(3600_000); return 1; }); }",
                "new greet.WithThreadPool(1).greetAll(List.of(\"Alice\"), java.time.Duration.ofHours(1));",
                "new greet.WithEventLoop().greetAll(List.of(\"Alice\"), java.time.Duration.ofHours(1));"
            })
    void interruptStopsCell(String waiting) {
        kernel.run("Object this_lock = new Object();");
        String cell = kernel.begin("{ IO.println(\"begins\"); " + waiting + " }");
        kernel.awaitOutput(cell, "begins");
        kernel.interrupt();

        Run run = kernel.await(cell);
        assertThat(run.error()).containsExactly("The cell was stopped.");
        assertThat(run.status()).isEqualTo("error");
    }

    @Test
    void interruptAbandonsCellThatDoesNotReact() {
        String cell = kernel.begin("{ IO.println(\"begins\"); new CompletableFuture<String>().join(); }");
        kernel.awaitOutput(cell, "begins");
        kernel.interrupt();

        assertThat(kernel.await(cell).error()).hasSize(2).first().asString().contains("does not react");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(3);",
                "Runtime.getRuntime().exit(3);",
                "Runtime.getRuntime().halt(3);",
                "IntConsumer end = System::exit; end.accept(3);",
                "IntConsumer end = Runtime.getRuntime()::halt; end.accept(3);",
                "BiConsumer<Runtime, Integer> end = Runtime::exit; end.accept(Runtime.getRuntime(), 3);",
                "class Menu { static void choose() { System.exit(3); } } Menu.choose();",
                "try { System.exit(3); } catch (Exception caught) { IO.println(\"printed\"); }",
                "Thread.ofPlatform().start(() -> System.exit(3)).join(); Thread.sleep(3600_000);",
                "Thread.startVirtualThread(() -> System.exit(3)); while (true) {}"
            })
    void exitEndsTheCellButNotTheKernel(String exiting) {
        kernel.run("int kept = 1;");
        Run run = kernel.run("{ " + exiting + " }\nIO.println(\"printed\");");

        assertThat(run.status()).isEqualTo("error");
        assertThat(run.stdout()).isEmpty();
        assertThat(run.error())
                .containsExactly(
                        "The cell called System.exit(3), which ends only this cell.",
                        "The kernel still runs, and all variables are kept. To end it, choose Kernel, Shut Down.");
        assertThat(kernel.run("kept").value()).isEqualTo("1");
    }

    @Test
    void exitOfThreadAfterItsCellEndsOnlyTheThread() {
        kernel.run("var exits = new CountDownLatch(1);");
        Run run = kernel.run(
                "var exiting = Thread.ofPlatform().start(() -> { try { exits.await(); } catch (InterruptedException e)"
                        + " {} System.exit(0); });");
        kernel.run("Thread.ofPlatform().start(() -> { try { Thread.sleep(10); } catch (InterruptedException e) {}"
                + " exits.countDown(); });");

        kernel.awaitError(run.id(), "System.exit(0)");
        assertThat(kernel.run("exiting.join(); exiting.isAlive()").value()).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.close();",
                "System.err.close();",
                "try (var out = new PrintWriter(System.out)) { out.println(\"text\"); }",
                "System.in.close();",
                "new Scanner(System.in).close();",
                "try (var in = new BufferedReader(new InputStreamReader(System.in))) {}"
            })
    void closedStandardStreamsStayOpenForLaterCells(String closing) {
        assertThat(kernel.run(closing).status()).isEqualTo("ok");

        assertThat(kernel.run("IO.println(\"out\");").stdout()).isEqualTo("out\n");
        assertThat(kernel.run("System.err.println(\"err\");").stderr()).isEqualTo("err\n");
        String reading = kernel.begin("IO.readln() + new Scanner(System.in).nextLine()");
        kernel.type(reading, "a");
        kernel.type(reading, "b");
        assertThat(kernel.await(reading).value()).isEqualTo("ab");
    }

    @Test
    void doesNotRunCellsQueuedAfterFailedOne() {
        String failing = kernel.begin("Thread.sleep(300); throw new IllegalStateException(\"thrown by a test\");");
        String next = kernel.begin("IO.println(\"not printed\")");

        assertThat(kernel.await(failing).status()).isEqualTo("error");
        Run run = kernel.await(next);
        assertThat(run.status()).isEqualTo("error");
        assertThat(run.stdout()).isEmpty();
        assertThat(run.error()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 + 4", "IO.println(\"text\"); System.err.println(\"text\");", "thisIsNoJava"})
    void silentRequestPublishesNothingAndIsNotCounted(String code) {
        int count = kernel.run("1").count();
        Run silent = kernel.run(code, SILENT);

        assertThat(kernel.published(silent.id())).containsExactly("status", "status");
        assertThat(silent.status()).isEqualTo(code.equals("thisIsNoJava") ? "error" : "ok");
        assertThat(kernel.run("1").count()).isEqualTo(count + 1);
    }

    @Test
    void requestOutsideTheHistoryIsNotCounted() {
        int count = kernel.run("1").count();
        assertThat(kernel.run("2", Map.of("store_history", false)).value()).isEqualTo("2");
        assertThat(kernel.run("3").count()).isEqualTo(count + 1);
    }

    @Test
    void failingSilentRequestDoesNotPreventCellQueuedAfterIt() {
        String silent = kernel.begin("Thread.sleep(300); throw new IllegalStateException();", SILENT);
        String cell = kernel.begin("IO.println(\"printed\")");

        assertThat(kernel.await(silent).status()).isEqualTo("error");
        assertThat(kernel.await(cell).stdout()).isEqualTo("printed\n");
    }

    @Test
    void replyContainsTheValuesOfUserExpressions() {
        Run run = kernel.run(
                "int z = 5;", Map.of("user_expressions", Map.of("next", "z + 1", "wrong", "nothingOfTheKind")));
        JsonObject values = run.reply().getAsJsonObject("user_expressions");

        assertThat(values.get("next"))
                .isEqualTo(JsonParser.parseString(
                        "{\"status\": \"ok\", \"data\": {\"text/plain\": \"6\"}, \"metadata\": {}}"));
        JsonObject wrong = values.getAsJsonObject("wrong");
        assertThat(wrong.get("status").getAsString()).isEqualTo("error");
        assertThat(wrong.get("evalue").getAsString()).contains("cannot find symbol");
        assertThat(run.result()).isEmpty();
    }

    @Test
    void runsCellSentAfterTheReplyToFailedOne() {
        runCellsAfterFailedOnes(10);
    }

    @Test
    @Tag("slow")
    void runsCellSentAfterTheReplyToFailedOneTwoHundredTimes() {
        runCellsAfterFailedOnes(200);
    }

    private static void runCellsAfterFailedOnes(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(kernel.run("throw new IllegalStateException();").status())
                    .isEqualTo("error");
            assertThat(kernel.run("6 * 7").value()).isEqualTo("42");
        }
    }

    @Test
    void cellReadsTypedInput() {
        String cell = kernel.begin("String name = IO.readln(\"Who? \"); name + \"!\"");
        kernel.type(cell, "Zo\u00eb");
        Run run = kernel.await(cell);
        assertThat(run.value()).isEqualTo("Zo\u00eb!");
        assertThat(run.stdout()).isEqualTo("Who? ");

        String next =
                kernel.begin("int a = Integer.parseInt(IO.readln()); int b = Integer.parseInt(IO.readln()); a * b");
        kernel.type(next, "6");
        kernel.type(next, "7");
        assertThat(kernel.await(next).value()).isEqualTo("42");
    }

    @Test
    void publishesOutputBeforeItRequestsInput() {
        String cell = kernel.begin("""
            for (int i = 0; i < 5; i++) {
                IO.println("got " + IO.readln("Number " + i + "? "));
            }\
            """);
        var questions = new ArrayList<Instant>();
        for (int i = 0; i < 5; i++) {
            questions.add(kernel.awaitQuestion(cell));
            kernel.answer("x");
        }
        kernel.await(cell);
        for (int i = 0; i < 5; i++) {
            assertThat(kernel.dateOfOutput(cell, "Number " + i + "? ")).isBeforeOrEqualTo(questions.get(i));
        }
    }

    @Test
    void interruptedReadDoesNotConsumeTheNextAnswer() {
        String given = kernel.begin("IO.readln()");
        kernel.awaitQuestion(given);
        kernel.interrupt();
        assertThat(kernel.await(given).error()).containsExactly("The cell was stopped.");

        String next = kernel.begin("IO.readln()");
        kernel.type(next, "the answer");
        assertThat(kernel.await(next).value()).isEqualTo("the answer");
    }

    @Test
    void completesAndExplainsCode() {
        assertThat(kernel.complete("int first = 1;\nThread.slee").toString())
                .contains("\"matches\":[\"sleep(\"]", "\"cursor_start\":22");
        assertThat(kernel.complete("new greet.WithTh").toString()).contains("WithThreadPool(");
        assertThat(kernel.inspect("int first = 1;\nThread.sleep").toString())
                .contains("\"found\":true", "void Thread.sleep(long millis)");
        assertThat(kernel.inspect("nothingOfTheKind").toString()).contains("\"found\":false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uD83C\uDF75", "\uD83C\uDF75\uD83C\uDF75\uD83C\uDF75\uD83C\uDF75", "e\u0301\u00fc"})
    void countsPositionsInCodePoints(String comment) {
        String code = "// " + comment + "\nThread.slee";
        int start = code.codePointCount(0, code.indexOf("slee"));
        assertThat(kernel.complete(code).toString())
                .contains(
                        "\"matches\":[\"sleep(\"]",
                        "\"cursor_start\":" + start + ",",
                        "\"cursor_end\":" + (start + "slee".length()) + ",");
        assertThat(kernel.inspect("Thread.sleep(1); // " + comment, 8).toString())
                .contains("void Thread.sleep(long millis)");
        assertThat(kernel.inspect("/* " + comment + " */ Thread.sleep").toString())
                .contains("void Thread.sleep(long millis)");
    }

    @Test
    void datesOfMessagesAreInstantsInOrder() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Run run = kernel.run("IO.println(\"text\"); 1 + 1");
        Instant after = Instant.now();

        assertThat(kernel.dates(run.id()))
                .hasSizeGreaterThanOrEqualTo(5)
                .isSorted()
                .allSatisfy(date -> assertThat(date).isBetween(before, after));
    }

    @Test
    void showsDisplayRichlyAndAsText() {
        kernel.run("import interleave.notebook.Display;");
        assertThat(kernel.run("Display.svg(\"<svg/>\", \"a picture\")").result())
                .containsEntry("image/svg+xml", "<svg/>")
                .containsEntry("text/plain", "a picture");
        assertThat(kernel.run("Display.html(\"<table></table>\", \"a table\")").result())
                .containsEntry("text/html", "<table></table>");
        assertThat(kernel.run("Display.markdown(\"*so*\")").result()).containsEntry("text/markdown", "*so*");
    }

    @Test
    void cellMayDeclareTypesThatReferToEachOther() {
        assertThat(kernel.run("""
            sealed interface Shape permits Circle, Square {}
            record Circle(double radius) implements Shape {}
            record Square(double side) implements Shape {}
            double area(Shape shape) {
                return switch (shape) {
                    case Circle(var radius) -> Math.PI * radius * radius;
                    case Square(var side) -> side * side;
                };
            }
            area(new Square(3))\
            """).value()).isEqualTo("9.0");
        assertThat(kernel.run("""
            class Hen { Egg egg() { return new Egg(); } }
            class Egg { Hen hen() { return new Hen(); } }
            boolean isEven(int n) { return n == 0 || isOdd(n - 1); }
            boolean isOdd(int n) { return n != 0 && isEven(n - 1); }
            new Hen().egg().hen().getClass().getSimpleName() + isEven(10)\
            """).value()).isEqualTo("Hentrue");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        class A1 { public static void main(String[] a) { IO.println("ran"); } } | A1.main(new String[0]);
        class A2 { static void main(String... a) { IO.println("ran"); } }       | A2.main(new String[0]);
        class A3 { static void main() { IO.println("ran"); } }                  | A3.main();
        class A4 { void main() { IO.println("ran"); } }                         | new A4().main();
        record A5(int x) { static void main() { IO.println("ran"); } }          | A5.main();
        interface A6 { static void main(String[] a) { IO.println("ran"); } }    | A6.main(new String[0]);
        enum A7 { ONE; static void main() { IO.println("ran"); } }              | A7.main();
        package a.b; public class A8 { static void main() { IO.println("ran"); } } | A8.main();
        void main() { IO.println("ran"); }                                      | main();
        public static void main(String[] args) { IO.println("ran"); }           | main(new String[0]);
        import module java.base; void main() { IO.println("ran"); }             | main();
        """)
    void cellThatOnlyDeclaresMainSaysHowToRunIt(String program, String call) {
        Run run = kernel.run(program);
        assertThat(run.status()).isEqualTo("ok");
        assertThat(run.value()).startsWith("Declared ").endsWith("To run it, execute a cell with: " + call);
        assertThat(kernel.run(call).stdout()).isEqualTo("ran\n");
        assertThat(kernel.run(program + "\n" + call).result()).isEmpty();
    }

    @Test
    void runsLessonFileThatIsPastedIntoCell() throws IOException {
        String file = Files.readString(Path.of("../lessons/01-greet/src/main/java/greet/Sequential.java"));
        assertThat(file).startsWith("package greet;");

        assertThat(kernel.run("// pasted\n/* by a\n * student */\n" + file).value())
                .isEqualTo("Declared Sequential with a main method."
                        + " To run it, execute a cell with: Sequential.main();");
        assertThat(kernel.run("new Sequential().greetAll(List.of(\"Alice\"), java.time.Duration.ZERO);")
                        .stdout())
                .isEqualTo("Hello, Alice!\nGoodbye, Alice!\n");
        assertThat(kernel.run("package greet;\n\nint wrong = unknown;").error())
                .first()
                .isEqualTo("line 3: cannot find symbol: variable unknown");
    }

    @Test
    void rerunCellReplacesItsDeclarations() {
        kernel.run("class Guest { String hello() { return \"Hello\"; } }\nvar guest = new Guest();");
        assertThat(kernel.run("class Guest { String hello() { return \"Hi\"; } }\nnew Guest().hello()")
                        .value())
                .isEqualTo("Hi");
    }

    @Test
    void compileErrorNamesLineAndColumn() {
        assertThat(kernel.run("int a = 1;\n\nint b = a + unknown;").error())
                .containsExactly(
                        "line 3: cannot find symbol: variable unknown",
                        "    int b = a + unknown;",
                        "                ^^^^^^^");
        assertThat(kernel.run("IO.println(\"x\"").error())
                .hasSizeLessThanOrEqualTo(5)
                .first()
                .asString()
                .startsWith("line 1: ");
        assertThat(kernel.run("class Late { Later later; }").error())
                .containsExactly(
                        "line 1: Late refers to names that are not declared: class Later",
                        "If another cell declares it, run that cell first.");
    }

    @Test
    void exceptionTakesAtMostFiveLinesAndNamesLineOfCell() {
        Run run = kernel.run("""
            IO.println("before");
            int[] a = {1};
            a[3]\
            """);
        assertThat(run.stdout()).isEqualTo("before\n");
        assertThat(run.error())
                .containsExactly(
                        "ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 1", "at line 3: a[3]");

        Run wrapped = kernel.run("""
            try (var pool = Executors.newFixedThreadPool(1)) {
                pool.submit(() -> Integer.parseInt("x")).get();
            }\
            """);
        assertThat(wrapped.error())
                .hasSizeLessThanOrEqualTo(5)
                .contains(
                        "caused by NumberFormatException: For input string: \"x\"",
                        "at line 2: pool.submit(() -> Integer.parseInt(\"x\")).get();");

        kernel.run("void failing() {\n    throw new IllegalStateException();\n}");
        assertThat(kernel.run("void calling() {\n    failing();\n}\n\ncalling();")
                        .error())
                .containsExactly(
                        "IllegalStateException",
                        "at failing (line 2 of another cell)",
                        "at line 2: failing();",
                        "at line 5: calling();");
    }

    @Test
    void exceptionOfLessonNamesLineOfLesson() {
        Run run = kernel.run("new countdown.Countdown(\"Countdown\", -1)");
        assertThat(run.error())
                .hasSizeLessThanOrEqualTo(5)
                .first()
                .asString()
                .isEqualTo("IllegalArgumentException: Countdown cannot start from -1. Use 0 or more.");
        assertThat(run.error()).anyMatch(line -> line.startsWith("at countdown.Countdown (Countdown.java:"));
    }

    @Test
    void uncaughtExceptionIsPrintedInItsCell() {
        Run run = kernel.run(
                "var t = Thread.ofPlatform().start(() -> { throw new IllegalStateException(\"lost\"); }); t.join();");
        assertThat(run.stderr()).contains("lost");
    }

    @Test
    void previewFeaturesAreOffByDefault() {
        assertThat(kernel.run(STRUCTURED_SCOPE).error()).first().asString().contains("preview");
    }
}
