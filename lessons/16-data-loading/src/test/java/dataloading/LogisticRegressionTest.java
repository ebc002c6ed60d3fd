package dataloading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final TrainingData DATA = new TrainingData(16, 500);

    @Test
    void learnsTheHiddenRule() {
        assertThat(trained(40).accuracy(DATA.batch(0))).isGreaterThan(0.9);
    }

    @Test
    void knowsNothingBeforeTraining() {
        assertThat(trained(0).accuracy(DATA.batch(0))).isBetween(0.4, 0.6);
    }

    /** The weights depend neither on the machine nor on whether the JVM has compiled the code. */
    @Test
    void sameSeedGivesTheSameBits() {
        String first = trained(40).fingerprint();

        for (int round = 0; round < 5; round++) {
            assertThat(trained(40).fingerprint()).isEqualTo(first);
        }
    }

    private static LogisticRegression trained(int batches) {
        var model = new LogisticRegression(TrainingData.FEATURES, 20);
        for (int number = 1; number <= batches; number++) {
            model.train(DATA.batch(number));
        }
        return model;
    }
}
