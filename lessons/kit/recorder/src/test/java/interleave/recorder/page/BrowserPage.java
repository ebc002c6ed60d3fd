package interleave.recorder.page;

import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.recorder.model.Timeline;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Opens pages in a real browser. A test that creates one is skipped if no browser is installed; CI installs one. */
final class BrowserPage implements AutoCloseable {

    private final Path folder;
    private final ChromeDriver driver;

    /** @param folder where the pages and the profile of the browser are stored */
    BrowserPage(Path folder) {
        Optional<File> browser = program("chromium", "google-chrome", "chromium-browser");
        Optional<File> service = program("chromedriver");
        assumeThat(browser.isPresent() && service.isPresent())
                .as("no browser found: apt-get install chromium chromium-driver")
                .isTrue();
        var options = new ChromeOptions();
        options.setBinary(browser.orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-dev-shm-usage",
                "--window-size=1280,1000",
                "--user-data-dir=" + folder.resolve("profile"));
        this.folder = folder;
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(service.orElseThrow())
                        .usingAnyFreePort()
                        .withLogOutput(OutputStream.nullOutputStream())
                        .build(),
                options);
    }

    /** Opens the page of these versions at one of its steps, counted from 1. */
    void open(int step, Timeline... timelines) throws IOException {
        String html = new TimelinePage(
                        new TimelinePage.Lesson("Title", "Question?", List.of(), List.of()),
                        new TimelinePage.Run("./lesson", "by hand", TimelinePage.Answers.REVEALED, List.of()),
                        Stream.of(timelines)
                                .map(timeline -> new TimelinePage.Version(timeline, "", List.of()))
                                .toList())
                .html();
        Path file = Files.writeString(Files.createTempFile(folder, "page", ".html"), html);
        driver.get(file.toUri() + "#step=" + step);
    }

    void type(CharSequence key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    @Override
    public void close() {
        driver.quit();
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
