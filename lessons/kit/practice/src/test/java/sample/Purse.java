package sample;

/** A class of the lesson that is not public. */
final class Purse {
    private Purse() {}

    static String content() {
        return "milk";
    }
}
