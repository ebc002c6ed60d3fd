package webserver;

import java.io.IOException;
import java.util.concurrent.Executors;

/** Answers each request on a virtual thread of its own. It blocks, but a blocked virtual thread is cheap. */
public final class WithVirtualThreads implements WebServer {

    @Override
    public RunningServer start(Site site, int port) throws IOException {
        return JdkServer.start(site, port, Executors.newVirtualThreadPerTaskExecutor());
    }

    static void main(String... arguments) throws Exception {
        Example.run(new WithVirtualThreads(), arguments);
    }
}
