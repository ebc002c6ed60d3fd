/** The event loop of the course. Programs use {@code interleave.eventloop}; its other packages are internal. */
module interleave.eventloop {
    requires java.management;
    requires jdk.jfr;

    exports interleave.eventloop;
}
