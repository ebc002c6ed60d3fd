package debugging.notifier;

/** An order that is ready. */
record Order(int number) {
    private static final int EVERY_THIRD = 3;

    /** Returns false for every third order: its customer takes it, and closes the app without an answer. */
    boolean isAnswered() {
        return number % EVERY_THIRD != 0;
    }

    @Override
    public String toString() {
        return "order " + number;
    }
}
