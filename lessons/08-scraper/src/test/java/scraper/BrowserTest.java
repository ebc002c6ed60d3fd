package scraper;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import scraper.web.Gazette;
import scraper.web.HttpWeb;
import scraper.web.Limits;
import scraper.web.Page;

/** Compares the summaries with a real browser. Skipped on a machine without Chromium; CI installs it. */
@Timeout(180)
class BrowserTest {
    private static final Limits LONG_TIMEOUT = new Limits(ofMinutes(2), 200_000, 1);

    @TempDir
    private static Path folder;

    private static Optional<ChromeDriver> started = Optional.empty();

    @BeforeAll
    static void startBrowser() {
        Optional<File> browser = program("chromium", "google-chrome", "chromium-browser");
        Optional<File> driver = program("chromedriver");
        assumeThat(browser.isPresent() && driver.isPresent())
                .as("needs a browser: apt-get install chromium chromium-driver")
                .isTrue();
        var options = new ChromeOptions();
        options.setBinary(browser.orElseThrow());
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
                "--user-data-dir=" + folder.resolve("profile"));
        started = Optional.of(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.orElseThrow())
                        .usingAnyFreePort()
                        .withLogOutput(OutputStream.nullOutputStream())
                        .build(),
                options));
    }

    @AfterAll
    static void stopBrowser() {
        started.ifPresent(ChromeDriver::quit);
        started = Optional.empty();
    }

    @Test
    void summaryOfEachPageMatchesBrowser() throws Exception {
        try (var gazette = Gazette.open(ZERO);
                var web = new HttpWeb(LONG_TIMEOUT)) {
            assertThat(gazette.pages()).hasSize(4);
            for (String address : gazette.pages()) {
                Page page = web.fetch(address);

                assertThat(List.of(page.title(), page.links(), page.images()))
                        .as(address)
                        .isEqualTo(seen(address));
                assertThat(page.links()).as(address).isPositive();
            }
        }
    }

    private static List<?> seen(String address) {
        ChromeDriver browser = started.orElseThrow();
        browser.get(address);
        return (List<?>)
                browser.executeScript("return [document.title, document.links.length, document.images.length]");
    }

    private static Optional<File> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }
}
