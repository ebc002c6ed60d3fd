package deadlocks;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualTime;
import org.junit.jupiter.api.Test;

/** The lock-order checker finds a deadlock that did not happen. */
class LockOrderTest {
    private final Account alice = new Account(1, "Alice", 100);
    private final Account bob = new Account(2, "Bob", 100);
    private final Account cleo = new Account(3, "Cleo", 100);
    private final Bank bank = new CheckedOrder();

    @Test
    void refusesTheOppositeOrderEvenOnOneThread() throws Exception {
        bank.transfer(alice, bob, 30);

        assertThatThrownBy(() -> bank.transfer(bob, alice, 20))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Alice's lock was taken before Bob's");
        assertThat(alice.balance()).as("nothing was moved").isEqualTo(70);
        assertThat(alice.lock.isLocked() || bob.lock.isLocked()).isFalse();
    }

    @Test
    void refusesACycleOfThreeLocks() throws Exception {
        bank.transfer(alice, bob, 1);
        bank.transfer(bob, cleo, 1);

        assertThatThrownBy(() -> bank.transfer(cleo, alice, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void acceptsOneOrderAndAReentrantLock() throws Exception {
        bank.transfer(alice, bob, 1);
        bank.transfer(alice, bob, 1);
        bank.transfer(bob, cleo, 1);

        assertThatCode(() -> bank.transfer(alice, alice, 1)).doesNotThrowAnyException();
    }

    @Test
    void oneOfTwoTransfersIsRefusedUnderEverySchedule() throws Exception {
        VirtualTime.explore(200, () -> {
            var transfers = new TwoTransfers(new CheckedOrder(), ZERO);
            transfers.run(Threads.PLATFORM);
            assertThat(transfers.balanceOfAlice()).isIn(70, 120);
        });
    }

    @Test
    void exampleDoesNotHang() throws Exception {
        assertThat(VirtualTime.run(() -> CheckedOrder.main(new String[0]))).took(ofMillis(400));
    }
}
