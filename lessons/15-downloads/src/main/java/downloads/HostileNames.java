package downloads;

import interleave.localsite.Content;
import interleave.localsite.LocalSite;
import interleave.localsite.SiteFile;
import java.time.Duration;
import java.util.List;

/** Downloads from a server that suggests harmful file names. */
record HostileNames() implements Example {

    private static final List<String> NAMES = List.of(
            "filename=\"../../.bashrc\"",
            "filename=\"/etc/passwd\"",
            "filename=\"C:\\\\Windows\\\\system.ini\"",
            "filename*=UTF-8''..%2F..%2Fsecret.txt",
            "filename=\"NUL\"",
            "filename=\"COM1.txt\"",
            "filename=\"photo.jpg. . \"",
            "filename*=UTF-8''photo%00.jpg.exe",
            "filename=\"PHOTO.JPG\"",
            "filename=\"" + "x".repeat(300) + ".png\"");

    private static final int SHOWN = 50;

    @Override
    public void run(Version version, Opener opener) throws Exception {
        try (var site = LocalSite.start(pages -> {
                    for (int i = 0; i < NAMES.size(); i++) {
                        var file = SiteFile.of(Content.generated(i, 1_000), "\"" + i + "\"");
                        pages.file(
                                "/" + i, file.with("Content-Disposition: attachment; " + NAMES.get(i)), Duration.ZERO);
                    }
                });
                var folder = new TemporaryFolder();
                var files = opener.open(folder.path(), PATIENCE, received -> {})) {
            Downloader downloader = version.of(files, 1, result -> {});
            for (int i = 0; i < NAMES.size(); i++) {
                // one after the other, so that the first of two files with the same name keeps it
                Result result =
                        downloader.downloadAll(List.of(site.uri("/" + i))).getFirst();
                IO.println(shortened(NAMES.get(i)) + " -> " + shortened(result.toString()));
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
