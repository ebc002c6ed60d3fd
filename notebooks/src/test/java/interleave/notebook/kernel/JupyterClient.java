package interleave.notebook.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import interleave.notebook.launcher.KernelSpec;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Acts as Jupyter: starts a kernel as a process, and connects to its sockets. */
final class JupyterClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Gson JSON = new Gson();
    private static final String KEY = "a key of this test";
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    private static final Path INSTALLED = install(Path.of("target/kernels-of-tests"));

    private final ZContext sockets = new ZContext();
    private final Path connectionFile;
    private final Process process;
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket stdin;
    private final ZMQ.Socket iopub;
    private final List<JsonObject> published = new ArrayList<>();

    /** Starts an installed kernel by its name: {@code interleave} or {@code interleave-preview}. */
    JupyterClient(String kernel) throws IOException {
        this(kernel, true);
    }

    private JupyterClient(String kernel, boolean asChild) throws IOException {
        List<Integer> ports = freePorts(5);
        connectionFile = Files.createTempFile("kernel", ".json");
        Files.writeString(
                connectionFile,
                JSON.toJson(Map.of(
                        "transport",
                        "tcp",
                        "ip",
                        "127.0.0.1",
                        "key",
                        KEY,
                        "signature_scheme",
                        "hmac-sha256",
                        "shell_port",
                        ports.get(0),
                        "control_port",
                        ports.get(1),
                        "stdin_port",
                        ports.get(2),
                        "iopub_port",
                        ports.get(3),
                        "hb_port",
                        ports.get(4))));
        process = start(asChild, kernel);
        shell = connect(SocketType.DEALER, ports.get(0));
        control = connect(SocketType.DEALER, ports.get(1));
        stdin = connect(SocketType.DEALER, ports.get(2));
        iopub = connect(SocketType.SUB, ports.get(3));
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
        awaitKernel();
    }

    /** Starts a kernel whose parent is another process, which can be killed. */
    static JupyterClient withParent() throws IOException {
        return new JupyterClient("interleave", false);
    }

    private Process start(boolean asChild, String kernel) throws IOException {
        List<String> command = new ArrayList<>(asChild ? List.of() : List.of("sh", "-c", "\"$@\" & wait", "sh"));
        for (String argument : argv(kernel)) {
            command.add(argument.replace("{connection_file}", connectionFile.toString()));
        }
        command.add(
                command.indexOf("-cp"),
                "-XX:TieredStopAtLevel=1"); // compiles less, because the kernel runs only for seconds
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/kernel-" + connectionFile.getFileName() + ".log"))
                .start();
    }

    private static Path install(Path folder) {
        try {
            KernelSpec.install(folder);
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The command that Jupyter reads from kernel.json. */
    private static List<String> argv(String kernel) throws IOException {
        String specification =
                Files.readString(INSTALLED.resolve("kernels").resolve(kernel).resolve("kernel.json"));
        return JsonParser.parseString(specification).getAsJsonObject().getAsJsonArray("argv").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var taken = new ArrayList<ServerSocket>();
        for (int i = 0; i < count; i++) {
            taken.add(new ServerSocket(0));
        }
        var ports = taken.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : taken) {
            socket.close();
        }
        return ports;
    }

    private ZMQ.Socket connect(SocketType type, int port) {
        ZMQ.Socket socket = sockets.createSocket(type);
        if (type == SocketType.DEALER) {
            socket.setIdentity(KEY.getBytes(StandardCharsets.US_ASCII));
        }
        socket.setReceiveTimeOut((int) PATIENCE.toMillis());
        socket.connect("tcp://127.0.0.1:" + port);
        return socket;
    }

    /** Waits until the kernel answers and its messages arrive, because a subscription takes some time. */
    private void awaitKernel() {
        iopub.setReceiveTimeOut(200);
        for (int attempt = 0; attempt < PATIENCE.toMillis() / 200; attempt++) {
            send(shell, "kernel_info_request", Map.of());
            receive(shell);
            byte[] first = iopub.recv();
            if (first != null) {
                iopub.setReceiveTimeOut((int) PATIENCE.toMillis());
                receive(iopub, first);
                return;
            }
        }
        throw new AssertionError("the kernel publishes no messages");
    }

    Process process() {
        return process;
    }

    /** The results of a cell. */
    record Run(
            String id, JsonObject reply, String stdout, String stderr, Map<String, String> result, List<String> error) {
        String status() {
            return reply.get("status").getAsString();
        }

        int count() {
            return reply.get("execution_count").getAsInt();
        }

        String value() {
            return result.getOrDefault("text/plain", "");
        }
    }

    /** Runs a cell, and waits for its end. */
    Run run(String code) {
        return await(begin(code));
    }

    /** Runs code with other options than those of a cell, and waits for its end. */
    Run run(String code, Map<String, ?> options) {
        return await(begin(code, options));
    }

    /** Sends a cell, and returns at once with its id. */
    String begin(String code) {
        return begin(code, Map.of());
    }

    /** Sends code with other options than those of a cell, and returns at once with its id. */
    String begin(String code, Map<String, ?> options) {
        var request = new LinkedHashMap<String, Object>();
        request.put("code", code);
        request.put("silent", false);
        request.put("store_history", true);
        request.put("user_expressions", Map.of());
        request.put("allow_stdin", true);
        request.put("stop_on_error", true);
        request.putAll(options);
        return send(shell, "execute_request", request);
    }

    /** Waits until the kernel has replied to a cell and published all of its output. */
    Run await(String id) {
        JsonObject reply = receive(shell);
        while (!isAnswerTo(id, reply)) {
            reply = receive(shell);
        }
        while (published.stream()
                .noneMatch(message -> isAnswerTo(id, message)
                        && type(message).equals("status")
                        && content(message).get("execution_state").getAsString().equals("idle"))) {
            published.add(receive(iopub));
        }
        return runOf(id, content(reply));
    }

    /** Waits until a cell has printed a text to standard output. */
    void awaitOutput(String id, String text) {
        awaitOutput(id, "stdout", text);
    }

    /** Waits until a cell has printed a text to standard error. */
    void awaitError(String id, String text) {
        awaitOutput(id, "stderr", text);
    }

    private void awaitOutput(String id, String stream, String text) {
        while (!printed(id, stream).contains(text)) {
            published.add(receive(iopub));
        }
    }

    /** The output of a cell so far. */
    String printed(String id, String stream) {
        var text = new StringBuilder();
        published.stream()
                .filter(message -> isAnswerTo(id, message) && type(message).equals("stream"))
                .map(JupyterClient::content)
                .filter(content -> content.get("name").getAsString().equals(stream))
                .forEach(content -> text.append(content.get("text").getAsString()));
        return text.toString();
    }

    private Run runOf(String id, JsonObject reply) {
        var result = new LinkedHashMap<String, String>();
        var error = new ArrayList<String>();
        published.stream().filter(message -> isAnswerTo(id, message)).forEach(message -> {
            switch (type(message)) {
                case "execute_result" ->
                    content(message)
                            .getAsJsonObject("data")
                            .asMap()
                            .forEach((mimeType, text) -> result.put(mimeType, text.getAsString()));
                case "error" ->
                    content(message).getAsJsonArray("traceback").forEach(line -> error.add(line.getAsString()));
                default -> {}
            }
        });
        return new Run(id, reply, printed(id, "stdout"), printed(id, "stderr"), result, error);
    }

    void interrupt() {
        send(control, "interrupt_request", Map.of());
        receive(control);
    }

    void shutDown() {
        send(control, "shutdown_request", Map.of("restart", false));
    }

    /** Waits until a cell requests input, and sends a line. */
    void type(String cell, String line) {
        awaitQuestion(cell);
        answer(line);
    }

    /** Sends a line to the cell that has requested input. */
    void answer(String line) {
        send(stdin, "input_reply", Map.of("value", line));
    }

    /** Waits until a cell requests input, and returns the date of the request. */
    Instant awaitQuestion(String cell) {
        JsonObject question = receive(stdin);
        while (!isAnswerTo(cell, question)) { // a request of an earlier cell
            question = receive(stdin);
        }
        return date(question);
    }

    /** The date of the message with which the output of a cell on standard output reached a text. */
    Instant dateOfOutput(String id, String text) {
        awaitOutput(id, text);
        var printed = new StringBuilder();
        for (JsonObject message : published) {
            if (isAnswerTo(id, message) && type(message).equals("stream")) {
                printed.append(content(message).get("text").getAsString());
                if (printed.toString().contains(text)) {
                    return date(message);
                }
            }
        }
        throw new AssertionError("not printed: " + text);
    }

    /** The types of the messages that the kernel has published for a request, in order. */
    List<String> published(String id) {
        return published.stream()
                .filter(message -> isAnswerTo(id, message))
                .map(JupyterClient::type)
                .toList();
    }

    /** The dates of the messages that the kernel has published for a request, in order. */
    List<Instant> dates(String id) {
        return published.stream()
                .filter(message -> isAnswerTo(id, message))
                .map(JupyterClient::date)
                .toList();
    }

    /** The completions at the end of the code. */
    JsonObject complete(String code) {
        return ask("complete_request", code, code.codePointCount(0, code.length()));
    }

    /** The documentation at the end of the code. */
    JsonObject inspect(String code) {
        return inspect(code, code.codePointCount(0, code.length()));
    }

    /** The documentation at a position, which is a number of code points. */
    JsonObject inspect(String code, int position) {
        return ask("inspect_request", code, position);
    }

    private JsonObject ask(String type, String code, int position) {
        send(shell, type, Map.of("code", code, "cursor_pos", position, "detail_level", 0));
        return content(receive(shell));
    }

    private static boolean isAnswerTo(String id, JsonObject message) {
        JsonObject parent = message.getAsJsonObject("parent_header");
        return parent.has("msg_id") && parent.get("msg_id").getAsString().equals(id);
    }

    private static String type(JsonObject message) {
        return message.getAsJsonObject("header").get("msg_type").getAsString();
    }

    private static Instant date(JsonObject message) {
        return Instant.parse(message.getAsJsonObject("header").get("date").getAsString());
    }

    private static JsonObject content(JsonObject message) {
        return message.getAsJsonObject("content");
    }

    private static String send(ZMQ.Socket socket, String type, Map<String, ?> content) {
        String id = UUID.randomUUID().toString();
        var header = Map.of(
                "msg_id",
                id,
                "username",
                "student",
                "session",
                "test",
                "date",
                Instant.now().toString(),
                "msg_type",
                type,
                "version",
                "5.3");
        List<String> parts = List.of(JSON.toJson(header), "{}", "{}", JSON.toJson(content));
        socket.sendMore(DELIMITER);
        socket.sendMore(signature(parts));
        parts.subList(0, 3).forEach(socket::sendMore);
        socket.send(parts.getLast());
        return id;
    }

    private static String signature(List<String> parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            parts.forEach(part -> mac.update(part.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private JsonObject receive(ZMQ.Socket socket) {
        byte[] first = socket.recv();
        if (first == null) {
            throw new AssertionError("no message from the kernel within " + PATIENCE + "; published: " + published);
        }
        return receive(socket, first);
    }

    private static JsonObject receive(ZMQ.Socket socket, byte[] first) {
        byte[] part = first;
        while (!Arrays.equals(part, DELIMITER)) {
            part = socket.recv();
        }
        socket.recv(); // the signature
        var message = new JsonObject();
        for (String name : List.of("header", "parent_header", "metadata", "content")) {
            message.add(name, JsonParser.parseString(socket.recvStr()));
        }
        while (socket.hasReceiveMore()) {
            socket.recv();
        }
        return message;
    }

    /** Kills the kernel, if it is still running. */
    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        sockets.close();
        Files.deleteIfExists(connectionFile);
    }
}
