package dataloading;

/** Loads a batch, trains on it, and loads the next one. */
public final class Sequential implements Epoch {

    @Override
    public void run(Dataset data, Trainer trainer) throws Exception {
        for (int number = 1; number <= data.size(); number++) {
            if (!trainer.train(data.load(number))) {
                return;
            }
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new Sequential());
    }
}
