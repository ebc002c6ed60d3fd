package interleave.testbrowser;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A running browser, and a folder for its profile and its pages. Closing it deletes the folder. */
public record TestBrowser(ChromeDriver driver, Path folder) implements AutoCloseable {

    /** Starts a browser. Skips the test if none is installed; CI installs one. */
    public static TestBrowser start() {
        File browser = required("chromium", "google-chrome", "chromium-browser");
        File driver = required("chromedriver");
        try {
            Path folder = Files.createTempDirectory("browser");
            return new TestBrowser(
                    new ChromeDriver(
                            new ChromeDriverService.Builder()
                                    .usingDriverExecutable(driver)
                                    .usingAnyFreePort()
                                    .withLogOutput(OutputStream.nullOutputStream())
                                    .build(),
                            options(browser, folder)),
                    folder);
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }

    private static ChromeOptions options(File browser, Path folder) {
        return new ChromeOptions()
                .setBinary(browser)
                .addArguments(
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
                        "--user-data-dir=" + folder.resolve("profile"));
    }

    private static File required(String... names) {
        Optional<File> program = Stream.of(names)
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
        assumeThat(program)
                .as("no browser found: apt-get install chromium chromium-driver")
                .isPresent();
        return program.orElseThrow();
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
