package benchmarks;

import interleave.eventloop.Connection;
import interleave.eventloop.Server;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Echo servers, each as a program of its runtime would be written. */
public enum EchoServers {
    /** The course's own loop: a task for each connection. */
    INTERLEAVE {
        @Override
        EchoServer start() {
            return new Interleave();
        }
    },
    /** One loop of Netty's. It gathers what it has to write until it has read all there is. */
    NETTY {
        @Override
        EchoServer start() {
            return new Netty();
        }
    },
    /** One loop of Vert.x's. */
    VERTX {
        @Override
        EchoServer start() {
            return new VertxServer();
        }
    },
    /** Blocking sockets, a virtual thread for each connection. */
    VIRTUAL_THREADS {
        @Override
        EchoServer start() throws IOException {
            return new VirtualThreads();
        }
    };

    static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    /** As many connections may wait to be accepted: a whole benchmark's arrive at once. */
    static final int BACKLOG = 1024;

    abstract EchoServer start() throws IOException;

    private static final class Interleave implements EchoServer {
        private final InterleaveLoop running = new InterleaveLoop();
        private final Server server = CompletableFuture.supplyAsync(
                        () -> running.loop.listen(ANY_PORT, connection -> new Echoed(connection).begin()), running)
                .join();

        @Override
        public int port() {
            return server.address().getPort();
        }

        @Override
        public void stop() throws InterruptedException, ExecutionException {
            running.stop();
        }

        private static final class Echoed {
            private final Connection connection;
            private final ByteBuffer buffer = ByteBuffer.allocateDirect(1024);
            private final CompletableFuture<Void> ended = new CompletableFuture<>();

            Echoed(Connection connection) {
                this.connection = connection;
            }

            CompletableFuture<Void> begin() {
                read();
                return ended;
            }

            private void read() {
                connection.read(buffer.clear()).whenComplete((count, failure) -> {
                    if (failure != null || count < 0) {
                        ended.complete(null); // the client has gone, and nobody waits for the rest
                    } else {
                        connection.write(buffer.flip()).thenRun(this::read);
                    }
                });
            }
        }
    }

    private static final class Netty implements EchoServer {
        private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        private final Channel server = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childHandler(new EchoHandler())
                .bind(ANY_PORT)
                .syncUninterruptibly()
                .channel();

        @Override
        public int port() {
            return ((InetSocketAddress) server.localAddress()).getPort();
        }

        @Override
        public void stop() throws InterruptedException {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
        }

        @ChannelHandler.Sharable
        private static final class EchoHandler extends ChannelInboundHandlerAdapter {
            @Override
            public void channelRead(ChannelHandlerContext connection, Object bytes) {
                connection.write(bytes, connection.voidPromise());
            }

            @Override
            public void channelReadComplete(ChannelHandlerContext connection) {
                connection.flush();
            }
        }
    }

    private static final class VertxServer implements EchoServer {
        private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        private final NetServer server = vertx.createNetServer(new NetServerOptions().setAcceptBacklog(BACKLOG))
                .connectHandler(connection -> connection.handler(connection::write))
                .listen(0, ANY_PORT.getHostString())
                .await();

        @Override
        public int port() {
            return server.actualPort();
        }

        @Override
        public void stop() {
            vertx.close().await();
        }
    }

    private static final class VirtualThreads implements EchoServer {
        private final ServerSocket server = new ServerSocket();

        VirtualThreads() throws IOException {
            server.bind(ANY_PORT, BACKLOG);
            Thread.startVirtualThread(this::accept);
        }

        @Override
        public int port() {
            return server.getLocalPort();
        }

        private void accept() {
            try {
                while (true) {
                    Socket connection = server.accept();
                    Thread.startVirtualThread(() -> echo(connection));
                }
            } catch (IOException closed) {
                // the server was closed, and with it this loop ends
            }
        }

        private void echo(Socket connection) {
            var bytes = new byte[1024];
            try (connection) {
                connection.setTcpNoDelay(true);
                var in = connection.getInputStream();
                var out = connection.getOutputStream();
                for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                    out.write(bytes, 0, length);
                }
            } catch (IOException gone) {
                // the client has gone, and nobody waits for the rest
            }
        }

        @Override
        public void stop() throws IOException {
            server.close();
        }
    }
}
