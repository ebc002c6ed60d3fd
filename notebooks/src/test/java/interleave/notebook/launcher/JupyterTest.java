package interleave.notebook.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.notebook.Display;
import interleave.notebook.file.CourseNotebooks;
import interleave.notebook.file.ExpectedOutputs;
import interleave.notebook.file.Notebook;
import interleave.notebook.file.Rerun;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** The notebooks in the real Jupyter, with the real kernel. Skipped where no Jupyter is installed. */
@Tag("slow")
@Timeout(value = 90, unit = TimeUnit.MINUTES)
class JupyterTest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int STARTS = 5;

    @TempDir
    private static Path scratch;

    private static Path kernels;

    /** Vert.x prints a warning when a busy machine delays its threads. */
    private static Path loggingOfKernels;

    @BeforeAll
    static void installKernel() throws IOException {
        assumeThat(program("jupyter-notebook").isPresent()
                        && program("jupyter-nbconvert").isPresent())
                .as("this test needs Jupyter: apt-get install --no-install-recommends jupyter-notebook"
                        + " jupyter-nbconvert")
                .isTrue();
        kernels = scratch.resolve("jupyter");
        KernelSpec.install(kernels);
        loggingOfKernels = Files.writeString(
                scratch.resolve("logging.properties"), "io.vertx.core.impl.BlockedThreadChecker.level=OFF\n");
    }

    @AfterAll
    static void noKernelIsLeftRunning() {
        if (kernels != null) {
            assertThat(ProcessHandle.allProcesses()
                            .filter(process ->
                                    process.info().commandLine().orElse("").contains(scratch.toString())))
                    .isEmpty();
        }
    }

    @Test
    void rerunInJupyterHasExpectedOutputs() throws Exception {
        Path folder = Files.createDirectories(scratch.resolve("all"));
        copyNotebooks(folder);
        List<String> names = CourseNotebooks.names();

        convert(folder, names);

        for (String name : names) {
            Path file = Path.of(name).toAbsolutePath();
            assertThat(Rerun.differences(
                            Notebook.read(file), ExpectedOutputs.of(file), Notebook.read(folder.resolve(name))))
                    .isEmpty();
        }
    }

    @Test
    void fiveKernelsStartOnBusyMachine() throws Exception {
        Path folder = Files.createDirectories(scratch.resolve("starts"));
        String notebook = """
            {"cells": [{"cell_type": "code", "execution_count": null, "id": "sum", "metadata": {}, "outputs": [],
                        "source": ["20 + 1"]}],
             "metadata": {"kernelspec": {"display_name": "Java", "language": "java", "name": "interleave"}},
             "nbformat": 4, "nbformat_minor": 5}\
            """;
        List<String> names = IntStream.rangeClosed(1, STARTS)
                .mapToObj(number -> "start-" + number + ".ipynb")
                .toList();
        for (String name : names) {
            Files.writeString(folder.resolve(name), notebook);
        }
        var busy = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(number -> Thread.ofPlatform().daemon().start(JupyterTest::computeUntilInterrupted))
                .toList();

        try {
            convert(folder, names);
        } finally {
            busy.forEach(Thread::interrupt);
        }

        for (String name : names) {
            assertThat(Notebook.read(folder.resolve(name))
                            .codeCells()
                            .getFirst()
                            .outputs())
                    .singleElement()
                    .satisfies(output -> assertThat(output.texts()).containsEntry("text/plain", "21"));
        }
    }

    @Test
    void pageRunsCellsAndShowsPictures() throws Exception {
        assumeBrowserIsInstalled();
        Path folder = Files.createDirectories(scratch.resolve("page"));
        copyNotebooks(folder);
        int port = freePort();
        Process jupyter = jupyter(
                        folder,
                        "jupyter-notebook",
                        "--no-browser",
                        "--allow-root",
                        "--ip=127.0.0.1",
                        "--port=" + port,
                        "--NotebookApp.token=",
                        "--NotebookApp.password=")
                .start();
        ChromeDriver page = startBrowser();
        try {
            awaitPort(port);
            page.get("http://127.0.0.1:" + port + "/notebooks/01-greet.ipynb");
            await(page, "Jupyter.notebook._fully_loaded && Jupyter.notebook.kernel.is_connected()");
            assertThat(page.findElements(By.cssSelector(".output_area div")))
                    .as("outputs before anything was run")
                    .isEmpty();

            List<WebElement> cells = page.findElements(By.cssSelector(".code_cell"));
            runWithShiftEnter(page, cells.get(0));
            runWithShiftEnter(page, cells.get(2));
            await(page, "document.querySelectorAll('.output_svg svg.il').length == 1");
            WebElement picture = page.findElement(By.cssSelector(".output_svg svg.il"));
            assertThat(picture.isDisplayed()).isTrue();
            assertThat(picture.getRect().getWidth()).isGreaterThan(300);
            assertThat(picture.findElements(By.cssSelector("rect.sleep")).stream()
                            .map(bar -> bar.getRect().getWidth()))
                    .filteredOn(width -> width > 100)
                    .as("bars of the three sleeps")
                    .hasSize(3);
            Files.write(
                    Path.of("target/notebook.png"), page.getScreenshotAs(OutputType.BYTES)); // for inspection by hand
            assertThat(cells.get(2).getText()).contains("3.0 s  Goodbye, Charlie!");

            restartTheKernel(page);
            runWithShiftEnter(page, cells.get(2));
            await(page, "document.querySelectorAll('.output_error').length == 1");
            assertThat(cells.get(2).getText()).contains("line 1: cannot find symbol");

            page.executeScript("Jupyter.notebook.execute_all_cells()");
            long pictures = ExpectedOutputs.of(Path.of("01-greet.ipynb").toAbsolutePath())
                    .pictures();
            await(
                    page,
                    "!Jupyter.notebook.kernel_busy && document.querySelectorAll('.output_svg svg.il').length == "
                            + pictures + " && document.querySelectorAll('.output_error').length == 0");
        } finally {
            page.quit();
            jupyter.destroy(); // Jupyter ends its kernels
            assertThat(jupyter.waitFor(5, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void embeddedPageIsShownWhole() throws Exception {
        assumeBrowserIsInstalled();
        String tall = "<!doctype html><body style=\"margin:0\"><div style=\"height:3000px\"></div>";
        String cell = Display.page(tall, 400, "").byType().getOrDefault("text/html", "");
        Path file = Files.writeString(scratch.resolve("embedded.html"), cell);
        ChromeDriver page = startBrowser();
        try {
            page.get(file.toUri().toString());
            await(page, "document.querySelector('iframe').clientHeight == 3000");
        } finally {
            page.quit();
        }
    }

    private static void computeUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static void copyNotebooks(Path folder) throws IOException {
        var files = new ArrayList<>(CourseNotebooks.names());
        files.add("results.json");
        for (String file : files) {
            Files.copy(Path.of(file), folder.resolve(file));
        }
    }

    private static void convert(Path folder, List<String> names) throws Exception {
        var command = new ArrayList<>(List.of(
                "jupyter-nbconvert",
                "--log-level=WARN",
                "--to",
                "notebook",
                "--inplace",
                "--execute",
                "--ExecutePreprocessor.timeout=600",
                "--ExecutePreprocessor.startup_timeout=600",
                "--ExecutePreprocessor.record_timing=False"));
        command.addAll(names);
        Process process = jupyter(folder, command.toArray(String[]::new)).start();
        assertThat(process.waitFor(60, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(logIn(folder).toString()).isZero();
    }

    private static File logIn(Path folder) {
        return new File("target/jupyter-" + folder.getFileName() + ".log");
    }

    private static ProcessBuilder jupyter(Path folder, String... command) {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(logIn(folder));
        builder.environment().put("JUPYTER_PATH", kernels.toString());
        builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.util.logging.config.file=" + loggingOfKernels);
        builder.environment().put("JUPYTER_CONFIG_DIR", folder.resolve("config").toString());
        return builder;
    }

    private static void assumeBrowserIsInstalled() {
        assumeThat(browser().isPresent() && driver().isPresent())
                .as("this test needs a browser: apt-get install chromium chromium-driver")
                .isTrue();
    }

    private static Optional<Path> browser() {
        return program("chromium", "google-chrome", "chromium-browser");
    }

    private static Optional<Path> driver() {
        return program("chromedriver");
    }

    private static ChromeDriver startBrowser() {
        var options = new ChromeOptions();
        options.setBinary(browser().orElseThrow().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1280,1000",
                "--user-data-dir=" + scratch.resolve("profile"));
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver().orElseThrow().toFile())
                        .usingAnyFreePort()
                        .withLogOutput(OutputStream.nullOutputStream())
                        .build(),
                options);
    }

    private static void runWithShiftEnter(ChromeDriver page, WebElement cell) {
        new Actions(page)
                .moveToElement(cell.findElement(By.cssSelector(".input_area")))
                .click()
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.ENTER)
                .keyUp(Keys.SHIFT)
                .perform();
    }

    /** Restarts the kernel under an open page, as after a suspended laptop. */
    private static void restartTheKernel(ChromeDriver page) {
        page.executeScript("window.restarted = false; Jupyter.notebook.clear_all_output();"
                + "Jupyter.notebook.events.one('kernel_ready.Kernel', () => window.restarted = true);"
                + "Jupyter.notebook.kernel.restart()");
        await(page, "window.restarted && Jupyter.notebook.kernel.is_connected()");
    }

    private static void await(ChromeDriver page, String condition) {
        String script = "try { return " + condition + "; } catch (tooEarly) { return false; }";
        assertThat(happens(() -> Boolean.TRUE.equals(page.executeScript(script))))
                .as(condition)
                .isTrue();
    }

    /** Polls until the event happens, within generous limits. */
    private static boolean happens(BooleanSupplier event) {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            if (event.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(int port) {
        assertThat(happens(() -> {
                    try {
                        new Socket("127.0.0.1", port).close();
                        return true;
                    } catch (IOException notYet) {
                        return false;
                    }
                }))
                .as("Jupyter listens; its output is in target/jupyter-notebook.log")
                .isTrue();
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
