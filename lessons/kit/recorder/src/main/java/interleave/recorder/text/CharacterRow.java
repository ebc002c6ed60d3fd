package interleave.recorder.text;

import interleave.recorder.model.State;
import java.util.Arrays;
import java.util.Optional;

/** One row of a text picture. Each character has the colour of a state, or none. */
final class CharacterRow {

    private final char[] characters;
    private final State[] states;
    private final boolean[] painted;

    CharacterRow(int columns) {
        characters = new char[columns];
        states = new State[columns];
        painted = new boolean[columns];
        Arrays.fill(characters, ' ');
        Arrays.fill(states, State.RUNNING);
    }

    void put(int column, char character) {
        characters[column] = character;
        painted[column] = false;
    }

    void put(int column, char character, State state) {
        characters[column] = character;
        states[column] = state;
        painted[column] = true;
    }

    void put(int column, String text) {
        for (int i = 0; i < text.length(); i++) {
            put(column + i, text.charAt(i));
        }
    }

    /** The text up to the last character that is not a space. */
    String text(Colour colour) {
        int end = characters.length;
        while (end > 0 && characters[end - 1] == ' ') {
            end--;
        }
        var text = new StringBuilder();
        for (int from = 0, to; from < end; from = to) {
            to = from + 1;
            while (to < end && paintAt(to).equals(paintAt(from))) {
                to++;
            }
            var run = new String(characters, from, to - from);
            text.append(paintAt(from).map(state -> colour.paint(state, run)).orElse(run));
        }
        return text.toString();
    }

    private Optional<State> paintAt(int column) {
        return painted[column] ? Optional.of(states[column]) : Optional.empty();
    }
}
