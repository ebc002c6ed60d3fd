package webserver;

import java.io.IOException;

/** Answers one request at a time, on the server's only thread. A slow client makes all others wait. */
public final class Sequential implements WebServer {

    @Override
    public RunningServer start(Site site, int port) throws IOException {
        return JdkServer.start(site, port, Runnable::run);
    }

    static void main(String... arguments) throws Exception {
        Example.run(new Sequential(), arguments);
    }
}
