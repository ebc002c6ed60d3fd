package interleave.notebook.launcher;

import interleave.notebook.file.CourseNotebook;
import interleave.notebook.kernel.Kernel;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The command line that {@code ./lesson notebooks} and Jupyter use. */
final class Main {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE_ERROR = 2;

    private Main() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        if (args.length < 2) {
            System.err.println("Usage: kernel FILE | install FOLDER | check NOTEBOOK... | refresh NOTEBOOK...");
            System.exit(USAGE_ERROR);
        }
        Locale.setDefault(Locale.ENGLISH); // cells print the digits that the stored outputs have
        try {
            run(args[0], Arrays.stream(args).skip(1).map(Path::of).toList());
        } catch (FileSystemException refused) {
            String reason = refused instanceof AccessDeniedException ? "permission denied" : refused.getReason();
            System.err.println("Cannot use " + refused.getFile() + (reason == null ? "." : ": " + reason + "."));
            System.err.println("Run './lesson doctor' to check this machine.");
            System.exit(USAGE_ERROR);
        }
    }

    private static void run(String action, List<Path> files) throws IOException, GeneralSecurityException {
        switch (action) {
            case "kernel" -> Kernel.serve(files.getFirst());
            case "install" -> KernelSpec.install(files.getFirst());
            case "check" -> System.exit(check(files));
            case "refresh" -> System.exit(refresh(files));
            default -> System.exit(USAGE_ERROR);
        }
    }

    private static int check(List<Path> files) throws IOException {
        int code = DONE;
        for (Path file : files) {
            code = Math.max(code, report(file, new CourseNotebook(file).check()));
        }
        return code;
    }

    private static int report(Path file, List<String> differences) {
        IO.println((differences.isEmpty() ? "unchanged  " : "DIFFERENT  ") + file.getFileName());
        differences.forEach(IO::println);
        return differences.isEmpty() ? DONE : FAILED;
    }

    private static int refresh(List<Path> files) throws IOException {
        int code = DONE;
        for (Path file : files) {
            var refreshed = new CourseNotebook(file).refresh();
            IO.println((refreshed.changed() ? "refreshed  " : "unchanged  ") + file.getFileName());
            refreshed.failures().forEach(IO::println);
            code = Math.max(code, refreshed.failures().isEmpty() ? DONE : FAILED);
        }
        return code;
    }
}
