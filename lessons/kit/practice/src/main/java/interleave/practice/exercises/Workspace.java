package interleave.practice.exercises;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The folder of a student, with a file for each exercise that has been started, and the progress. */
public final class Workspace {
    private final Path folder;
    private final Progress progress;
    private Optional<IOException> noCopy = Optional.empty();

    private Workspace(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** The workspace in this folder. The folder is created together with its first file. */
    public static Workspace at(Path folder) throws IOException {
        return new Workspace(folder, Progress.at(folder.resolve("progress.json")));
    }

    public Progress progress() {
        return progress;
    }

    /** The path of the student's file for an exercise; the file may not exist. */
    public Path file(Exercise exercise) {
        return folder.resolve(exercise.packageName().replace('.', '/')).resolve(exercise.fileName());
    }

    /**
     * Creates the student's file if it does not exist. A file that the student has edited is never overwritten: if the
     * exercise has changed since it was started, the new skeleton is written next to it.
     *
     * @return a message for the student, if something was written
     */
    public Optional<String> open(Exercise exercise) throws IOException {
        Path file = file(exercise);
        String current = hash(exercise.skeleton());
        Optional<String> begunWith = progress.skeletonOf(exercise);
        if (!Files.exists(file)) {
            AtomicFile.copy(exercise.skeleton(), file);
            progress.begun(exercise, current);
            return Optional.of("Your file was created. Open it in your editor, change it and save it: " + file);
        }
        if (begunWith.isEmpty() || begunWith.get().equals(current)) {
            progress.begun(exercise, current);
            return Optional.empty();
        }
        if (begunWith.get().equals(hash(file))) {
            AtomicFile.copy(exercise.skeleton(), file);
            progress.begun(exercise, current);
            return Optional.of("The exercise has changed. You had not edited your file, so it was replaced with the new"
                    + " skeleton.");
        }
        Path newSkeleton = file.resolveSibling(exercise.fileName() + ".new");
        AtomicFile.copy(exercise.skeleton(), newSkeleton);
        progress.begun(exercise, current);
        return Optional.of(
                "The exercise has changed since you started. Your file was not changed. The new skeleton is next"
                        + " to it: " + newSkeleton);
    }

    /**
     * Replaces the student's file with the skeleton. The old file is copied before, so that after a failure the
     * student's file is still there.
     *
     * @return the path of the copy, if there was a file
     */
    public Optional<Path> reset(Exercise exercise) throws IOException {
        Path file = file(exercise);
        Optional<Path> kept = Files.exists(file) ? Optional.of(unused(file)) : Optional.empty();
        if (kept.isPresent()) {
            AtomicFile.copy(file, kept.get());
        }
        AtomicFile.copy(exercise.skeleton(), file);
        progress.reset(exercise);
        progress.begun(exercise, hash(exercise.skeleton()));
        return kept;
    }

    /** Whether the student's file is still the skeleton. */
    public boolean isUntouched(Exercise exercise) throws IOException {
        return Files.exists(file(exercise)) && hash(file(exercise)).equals(hash(exercise.skeleton()));
    }

    /**
     * Copies the file before a check, in case the student empties or deletes it by mistake. A check works without the
     * copy, so a system that refuses it is no reason to stop.
     */
    public void keep(Exercise exercise) throws IOException {
        if (!content(exercise).isBlank()) {
            try {
                AtomicFile.copy(file(exercise), lastKept(exercise));
            } catch (IOException refused) {
                noCopy = Optional.of(refused);
            }
        }
    }

    /** Why the progress or the last copy is not stored, if the system refuses to. */
    public Optional<IOException> obstacle() {
        return progress.obstacle().or(() -> noCopy);
    }

    /** The content of the student's file, one character per byte; empty if the file does not exist. */
    public String content(Exercise exercise) throws IOException {
        try {
            return Files.readString(file(exercise), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException missing) {
            return "";
        }
    }

    /** The content of the student's file and of the helper classes next to it. */
    public AnswerSources sources(Exercise exercise) {
        return AnswerSources.read(file(exercise));
    }

    /** The path of the last copy, if there is one. */
    public Optional<Path> kept(Exercise exercise) {
        return Optional.of(lastKept(exercise)).filter(Files::exists);
    }

    private Path lastKept(Exercise exercise) {
        return folder.resolve(".kept").resolve(exercise.className() + ".java");
    }

    private static Path unused(Path file) {
        Path name = file.resolveSibling(file.getFileName() + ".old");
        for (int number = 2; Files.exists(name); number++) {
            name = file.resolveSibling(file.getFileName() + ".old" + number);
        }
        return name;
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
