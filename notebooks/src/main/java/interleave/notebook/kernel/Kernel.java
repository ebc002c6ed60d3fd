package interleave.notebook.kernel;

import interleave.notebook.Display;
import interleave.notebook.cell.CellFailed;
import interleave.notebook.cell.CellRunner;
import interleave.notebook.cell.CellStreams;
import interleave.notebook.cell.CodeAssistance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.jspecify.annotations.Nullable;

/** The Jupyter kernel of the course. A library implements the protocol, and {@link CellRunner} runs the cells. */
public final class Kernel extends BaseKernel {
    private static final String NAME = "interleave";
    /** The library's own type for replies writes the values of expressions in a wrong format. */
    @SuppressWarnings("unchecked")
    private static final MessageType<Object> EXECUTE_REPLY =
            (MessageType<Object>) (MessageType<?>) ExecuteReply.MESSAGE_TYPE;

    private final Connection connection;
    private final CellRunner cells = new CellRunner();
    private final CodeAssistance assistance = new CodeAssistance(cells.analysis());
    private final CellStreams streams = new CellStreams();
    private final CellInput input = new CellInput();

    private Kernel(Connection connection) {
        super(
                NAME,
                "1.0",
                java(),
                List.of(),
                null,
                new JupyterIO(StandardCharsets.UTF_8),
                new CommManager(),
                new Renderer(),
                null,
                new MagicsRegistry(),
                false,
                new StringStyler.Builder().build());
        this.connection = connection;
        System.setIn(input);
    }

    private static LanguageInfo java() {
        return new LanguageInfo.Builder("java")
                .version(String.valueOf(Runtime.version().feature()))
                .mimetype("text/x-java")
                .fileExtension(".java")
                .pygments("java")
                .codemirror("text/x-java")
                .build();
    }

    /**
     * Serves the Jupyter process that wrote this file, and exits with it, even if threads of cells are still running.
     */
    public static void serve(Path connectionFile) throws IOException, GeneralSecurityException {
        var connection = new Connection(KernelConnectionProperties.parse(Files.readString(connectionFile)));
        var kernel = new Kernel(connection);
        kernel.onStartup();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        // This future is never retrieved: the JVM ends with it.
        ProcessHandle.current().parent().ifPresent(jupyter -> jupyter.onExit().thenRun(Kernel::halt));
        connection.waitUntilClose();
        halt();
    }

    /** Uses halt, because shutdown hooks of cells could block exit. */
    private static void halt() {
        Runtime.getRuntime().halt(0);
    }

    @Override
    protected synchronized void handleExecuteRequest(ShellReplyEnvironment front, Message<ExecuteRequest> message) {
        commManager.setMessageContext(message);
        ExecuteRequest request = message.getContent();
        boolean silent = request.isSilent();
        int count = request.shouldStoreHistory() && !silent ? executionCount.getAndIncrement() : executionCount.get();
        front.setBusyDeferIdle();
        if (!silent) {
            front.publish(new PublishExecuteInput(request.getCode(), count));
        }
        streams.begin(
                silent
                        ? (stream, text) -> {}
                        : (stream, text) -> front.publish(new PublishStream(
                                stream.equals("stdout") ? PublishStream.StreamType.OUT : PublishStream.StreamType.ERR,
                                text)));
        input.ask(
                request.isStdinEnabled()
                        ? Optional.of(cancelled -> {
                            streams.flush(); // the question itself is often among the unsent output
                            return connection.askForInput(message, cancelled);
                        })
                        : Optional.empty());
        try {
            Optional<Display> result = cells.run(request.getCode());
            streams.flush();
            if (!silent) {
                result.ifPresent(display -> front.publish(new PublishExecuteResult(count, data(display))));
            }
            Map<String, Object> reply = Map.of(
                    "status",
                    "ok",
                    "execution_count",
                    count,
                    "payload",
                    List.of(),
                    "user_expressions",
                    values(request));
            streams.flush();
            front.defer().reply(new Message<>(message, EXECUTE_REPLY, reply));
        } catch (CellFailed failed) {
            fail(front, request, count, failed);
        } catch (RuntimeException | Error bug) {
            fail(
                    front,
                    request,
                    count,
                    new CellFailed("KernelError", List.of("The kernel failed because of a bug: " + bug)));
        }
    }

    /** The values of the expressions that the front end wants to know after the cell, in Jupyter's format. */
    private Map<String, Object> values(ExecuteRequest request) {
        var values = new LinkedHashMap<String, Object>();
        if (request.getUserExpr() != null) {
            request.getUserExpr().forEach((name, expression) -> values.put(name, value(expression)));
        }
        return values;
    }

    private Map<String, Object> value(String expression) {
        try {
            Map<String, String> data =
                    cells.run(expression).map(Display::byType).orElse(Map.of());
            return Map.of("status", "ok", "data", data, "metadata", Map.of());
        } catch (CellFailed failed) {
            return Map.of(
                    "status",
                    "error",
                    "ename",
                    failed.kind(),
                    "evalue",
                    failed.text(),
                    "traceback",
                    failed.text().lines().toList());
        }
    }

    private void fail(ShellReplyEnvironment front, ExecuteRequest request, int count, CellFailed failed) {
        streams.flush();
        if (!request.isSilent()) {
            List<String> lines = failed.text().lines().toList();
            front.publish(new PublishError(failed.kind(), failed.text(), lines));
        }
        refuse(front, count, failed);
        // A front end sends silent requests by itself. If one fails, the student's cells must still run.
        boolean refuseOthers = request.shouldStopOnError() && !request.isSilent();
        // Taken before the reply, because a cell that is sent after the reply must run.
        List<Message<?>> waiting = refuseOthers ? connection.takeQueued() : List.of();
        front.resolveDeferrals();
        var notRun = new CellFailed("NotRun", List.of("Not run, because a cell above failed."));
        connection.handleButRefuseCells(waiting, cell -> refuse(cell, count, notRun));
    }

    private static void refuse(ShellReplyEnvironment front, int count, CellFailed why) {
        var reply = new ErrorReply(why.kind(), why.text(), why.text().lines().toList());
        reply.setExecutionCount(count);
        front.defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), reply);
    }

    private static DisplayData data(Display display) {
        var data = new DisplayData();
        display.byType().forEach(data::putData);
        return data;
    }

    /** Not used, because {@link #handleExecuteRequest} is overridden. */
    @Override
    public Object evalRaw(String source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void interrupt() {
        cells.interrupt();
    }

    @Override
    public @Nullable DisplayData inspect(String code, int at, boolean detail) {
        return assistance.explain(code, utf16(code, at)).map(Kernel::data).orElse(null);
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        CodeAssistance.Completion found = assistance.complete(code, utf16(code, at));
        return new ReplacementOptions(found.texts(), code.codePointCount(0, found.from()), at);
    }

    /** Jupyter counts positions in code points, but Java in UTF-16 units. An emoji is one code point and two units. */
    private static int utf16(String code, int codePoints) {
        return code.offsetByCodePoints(0, Math.clamp(codePoints, 0, code.codePointCount(0, code.length())));
    }

    @Override
    public String isComplete(String code) {
        Completeness completeness = cells.analysis().analyzeCompletion(code).completeness();
        return switch (completeness) {
            case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE, EMPTY -> IS_COMPLETE_YES;
            case DEFINITELY_INCOMPLETE -> "    ";
            case UNKNOWN -> IS_COMPLETE_BAD;
        };
    }
}
