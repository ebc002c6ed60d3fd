package interleave.eventloop.observation;

/** The task on whose behalf a callback runs, as reports and recordings name it. */
public interface Owner {

    /** The owner of every callback that belongs to no task. */
    Owner NONE = new Owner() {
        @Override
        public int id() {
            return 0;
        }

        @Override
        public String name() {
            return "the loop";
        }

        @Override
        public String toString() {
            return "no task";
        }
    };

    /** A number that is unique in its loop. */
    int id();

    /** The name in reports and timelines. */
    String name();

    /** The loop worked on its behalf until now, which is a time in ticks of the loop. */
    default void ranAt(int tick) {}
}
