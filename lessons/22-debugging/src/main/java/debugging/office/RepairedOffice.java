package debugging.office;

/** The box office, repaired: a clerk who waits for the printer holds no lock. */
public final class RepairedOffice extends HangingOffice {

    /** Takes the same arguments as {@link HangingOffice}. */
    public static void main(String[] args) throws InterruptedException {
        new RepairedOffice().open(args);
    }

    @Override
    protected void sell(String customer) throws InterruptedException {
        print(choose(customer));
    }
}
