/**
 * The event loop of the course. Programs use {@code interleave.eventloop}. Tools read
 * {@code interleave.eventloop.inspection} through JMX, which calls it by reflection. All other packages are internal.
 */
module interleave.eventloop {
    requires java.management;
    requires jdk.jfr;

    exports interleave.eventloop;
    exports interleave.eventloop.inspection;
}
