package interleave.course.tree;

import com.fasterxml.jackson.jr.ob.JSON;
import interleave.course.jvm.JavaProcess;
import interleave.course.jvm.LoopState;
import interleave.course.jvm.Reading;
import interleave.course.jvm.ThreadContainer;
import interleave.course.jvm.ThreadState;
import interleave.course.jvm.WaitNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was read of a JVM, as one line of JSON: each task and each thread by itself, and the cycles by the ids of tasks.
 */
final class TreeJson {
    private TreeJson() {}

    static String of(JavaProcess process, String program, String version, Reading reading) throws IOException {
        var page = new LinkedHashMap<String, Object>();
        page.put("pid", process.pid());
        page.put("program", program);
        page.put("jdk", version);
        page.put("isSnapshot", false);
        page.put("readMillis", reading.time().toMillis());
        page.put("loops", reading.loops().stream().map(TreeJson::loop).toList());
        page.put(
                "containers",
                reading.containers().stream().map(TreeJson::container).toList());
        return JSON.std.asString(page);
    }

    private static Map<String, Object> loop(LoopState loop) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("number", loop.number());
        fields.put("thread", loop.thread());
        fields.put("threadId", loop.threadId());
        fields.put("state", loop.state());
        fields.put("runningTask", loop.runningTask());
        fields.put("turnMillis", loop.turnMillis());
        fields.put("place", loop.place());
        fields.put("debug", loop.isDebug());
        fields.put("isComplete", loop.isComplete());
        fields.put(
                "cycles",
                Cycles.in(new Waits(loop.nodes())).stream()
                        .map(cycle -> cycle.stream().map(WaitNode::id).toList())
                        .toList());
        fields.put("nodes", loop.nodes().stream().map(TreeJson::node).toList());
        return fields;
    }

    private static Map<String, Object> node(WaitNode node) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", node.id());
        fields.put("kind", node.kind());
        fields.put("text", node.text());
        fields.put("taskId", node.taskId());
        fields.put("state", node.state());
        fields.put("waitMillis", node.waitMillis());
        fields.put("place", node.place());
        fields.put("awaits", node.awaits());
        fields.put("holder", node.holder());
        fields.put("threadId", node.threadId());
        return fields;
    }

    private static Map<String, Object> container(ThreadContainer container) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("container", container.id());
        container.owner().ifPresent(owner -> fields.put("owner", owner));
        fields.put("threads", container.threads().stream().map(TreeJson::thread).toList());
        return fields;
    }

    private static Map<String, Object> thread(ThreadState thread) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", thread.id());
        fields.put("name", thread.name());
        fields.put("virtual", thread.isVirtual());
        fields.put("state", thread.state());
        fields.put("blocker", thread.blocker());
        fields.put("blockedOn", thread.blockedOn());
        fields.put("waitingOn", thread.waitingOn());
        fields.put("monitors", List.copyOf(thread.monitors()));
        fields.put("stack", thread.stack());
        return fields;
    }
}
