package interleave.course.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JupyterTest {
    @TempDir
    private Path folder;

    @Test
    void copyingKeepsTheStudentsOwnFiles() throws IOException {
        Path notebooks = Files.createDirectories(folder.resolve("notebooks"));
        Path copies = Files.createDirectories(folder.resolve("practice/notebooks"));
        Files.writeString(notebooks.resolve("01-greet.ipynb"), "of the course");
        Files.writeString(notebooks.resolve("02-countdown.ipynb"), "new in the course");
        Files.writeString(notebooks.resolve("results.json"), "data");
        Files.writeString(notebooks.resolve("pom.xml"), "no notebook");
        Files.writeString(copies.resolve("01-greet.ipynb"), "of the student");

        NotebookCopies.copyNew(notebooks, copies);

        assertThat(copies).isDirectoryNotContaining("glob:**.xml");
        assertThat(copies.resolve("01-greet.ipynb")).hasContent("of the student");
        assertThat(copies.resolve("02-countdown.ipynb")).hasContent("new in the course");
        assertThat(copies.resolve("results.json")).hasContent("data");
    }

    @Test
    void findsJupyterOnThePath() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        assertThat(Jupyter.find(bin.toString())).isEmpty();

        Path lab = Files.createFile(bin.resolve("jupyter-lab"));
        assertThat(lab.toFile().setExecutable(true)).isTrue();
        assertThat(Jupyter.find(folder + File.pathSeparator + bin)).contains(new Jupyter(lab));
    }

    @Test
    void kernelOfAUserIsInstalledWhereJupyterLooks() {
        Path home = Path.of("/home/ann");
        assertThat(Jupyter.userFolder(Map.of(), "Linux", home)).isEqualTo(home.resolve(".local/share/jupyter"));
        assertThat(Jupyter.userFolder(Map.of(), "Mac OS X", home)).isEqualTo(home.resolve("Library/Jupyter"));
        assertThat(Jupyter.userFolder(Map.of("APPDATA", "/data"), "Windows 11", home))
                .isEqualTo(Path.of("/data/jupyter"));
        assertThat(Jupyter.userFolder(Map.of("JUPYTER_DATA_DIR", "/own"), "Linux", home))
                .isEqualTo(Path.of("/own"));
    }
}
