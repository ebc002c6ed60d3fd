package sensors;

/** Where the robot is. */
record Position(int x, int y) {

    @Override
    public String toString() {
        return "(" + x + ", " + y + ")" + (x == y ? "" : ", which is not on the diagonal");
    }
}
