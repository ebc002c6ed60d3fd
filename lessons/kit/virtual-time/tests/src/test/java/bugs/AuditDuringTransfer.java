package bugs;

import java.util.concurrent.atomic.AtomicInteger;

/** An auditor adds up two accounts while money is between them. */
final class AuditDuringTransfer implements Bug {
    private final AtomicInteger alice = new AtomicInteger(100);
    private final AtomicInteger bob = new AtomicInteger();

    @Override
    public void wrong() throws Exception {
        var bank = new AuditDuringTransfer();
        Threads.run(bank::transfer, bank::audit);
    }

    @Override
    public void right() throws Exception {
        var bank = new AuditDuringTransfer();
        Threads.run(
                () -> {
                    synchronized (bank) {
                        bank.transfer();
                    }
                },
                () -> {
                    synchronized (bank) {
                        bank.audit();
                    }
                });
    }

    private void transfer() {
        alice.addAndGet(-10);
        bob.addAndGet(10);
    }

    private void audit() {
        Threads.check(alice.get() + bob.get() == 100, "money is missing");
    }
}
