package interleave.practice.exercises;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a student works: a folder with a file for each exercise begun, which is never overwritten, and the progress
 * made.
 */
public final class Workspace {
    private final Path folder;
    private final Progress progress;

    private Workspace(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** The workspace in this folder, which is created with its first file. */
    public static Workspace at(Path folder) throws IOException {
        return new Workspace(folder, Progress.at(folder.resolve("progress.json")));
    }

    public Progress progress() {
        return progress;
    }

    /** The student's file for an exercise, be it there or not. */
    public Path file(Exercise exercise) {
        return folder.resolve(exercise.packageName().replace('.', '/')).resolve(exercise.fileName());
    }

    /**
     * Sees to it that the student's file is there. One that is there stays as it is; when the exercise has changed
     * since it was begun, the new skeleton is put beside it.
     *
     * @return what the student should know of it
     */
    public Optional<String> open(Exercise exercise) throws IOException {
        Path file = file(exercise);
        String current = hash(exercise.skeleton());
        Optional<String> begunWith = progress.skeletonOf(exercise);
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.copy(exercise.skeleton(), file);
            progress.begun(exercise, current);
            return Optional.of("Your file is new. Open it in your editor, and save: " + file);
        }
        if (begunWith.isEmpty() || begunWith.get().equals(current)) {
            progress.begun(exercise, current);
            return Optional.empty();
        }
        if (begunWith.get().equals(hash(file))) {
            Files.copy(exercise.skeleton(), file, StandardCopyOption.REPLACE_EXISTING);
            progress.begun(exercise, current);
            return Optional.of("The exercise has changed; you had not, so your file is the new one.");
        }
        Path beside = file.resolveSibling(exercise.fileName() + ".new");
        Files.copy(exercise.skeleton(), beside, StandardCopyOption.REPLACE_EXISTING);
        progress.begun(exercise, current);
        return Optional.of("The exercise has changed since you began. Your file is as you left it; the new one lies"
                + " beside it: " + beside);
    }

    /** Puts the skeleton in place of the student's file, and returns where that is kept now, if there was one. */
    public Optional<Path> reset(Exercise exercise) throws IOException {
        Path file = file(exercise);
        Optional<Path> kept = Files.exists(file) ? Optional.of(unused(file)) : Optional.empty();
        if (kept.isPresent()) {
            Files.move(file, kept.get());
        }
        progress.reset(exercise);
        open(exercise);
        return kept;
    }

    /** Keeps a copy of what is about to be checked, for whoever empties or deletes the file by mistake. */
    public void keep(Exercise exercise) throws IOException {
        if (!content(exercise).isBlank()) {
            Path copy = lastKept(exercise);
            Files.createDirectories(copy.getParent());
            Files.copy(file(exercise), copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What is in the student's file, a character a byte; empty when it is not there. */
    public String content(Exercise exercise) throws IOException {
        try {
            return Files.readString(file(exercise), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return "";
        }
    }

    /** Where the last copy is, if one was kept. */
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
