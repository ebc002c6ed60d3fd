/** The course's event loop: programs use {@code interleave.eventloop}, and the packages behind it are its own. */
module interleave.eventloop {
    requires jdk.jfr;

    exports interleave.eventloop;
}
