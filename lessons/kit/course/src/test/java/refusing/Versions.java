package refusing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Refuses its arguments, as a lesson does. */
class RefusedArguments {
    static void main(String[] args) {
        refuse(args[0]);
    }

    private static void refuse(String word) {
        throw new IllegalArgumentException("'" + word + "' is no number.\nExpected a number from 1 to 9.");
    }
}

/** Refuses to run because its port is in use by another program. */
class PortInUse {
    static void main(String[] args) throws IOException {
        throw new IOException("Port 8888 is in use.");
    }
}

/** A mistake: the JDK refuses to sleep for a negative time. */
class NegativeSleep {
    static void main(String[] args) throws InterruptedException {
        Thread.sleep(-1);
    }
}

/** A mistake: the JDK refuses a pool without threads. */
class PoolWithoutThreads {
    static void main(String[] args) {
        Executors.newFixedThreadPool(0).close();
    }
}

/** A mistake: the JDK finds no such file. */
class MissingFile {
    static void main(String[] args) throws IOException {
        Files.readString(Path.of("no such file"));
    }
}
