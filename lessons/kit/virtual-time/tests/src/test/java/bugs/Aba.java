package bugs;

import java.util.concurrent.atomic.AtomicReference;

/** A stack takes the top node back, so that compareAndSet does not see that the rest has changed (ABA). */
final class Aba implements Bug {
    private final AtomicReference<Node> top = new AtomicReference<>();

    private static final class Node {
        private volatile Node below;
    }

    @Override
    public void wrong() throws Exception {
        run(false);
    }

    @Override
    public void right() throws Exception {
        run(true);
    }

    /** Anna pops one node. Ben pops two, and pushes the first one again. */
    private static void run(boolean pushesNewNode) throws Exception {
        var stack = new Aba();
        stack.push(new Node());
        stack.push(new Node());
        var inUse = new AtomicReference<Node>();
        Threads.run(stack::pop, () -> {
            Node first = stack.pop();
            inUse.set(stack.pop());
            stack.push(pushesNewNode ? new Node() : first);
        });
        Threads.check(!stack.contains(inUse.get()), "a node in use is on the stack");
    }

    private void push(Node node) {
        do {
            node.below = top.get();
        } while (!top.compareAndSet(node.below, node));
    }

    private Node pop() {
        while (true) {
            Node node = top.get();
            if (node == null) {
                return null;
            }
            Node below = node.below;
            if (top.compareAndSet(node, below)) {
                return node;
            }
        }
    }

    private boolean contains(Node searched) {
        for (Node node = top.get(); node != null; node = node.below) {
            if (node == searched) {
                return true;
            }
        }
        return false;
    }
}
