package dataloading;

/** An epoch: trains on each batch of a dataset once, in the order of their numbers. */
public interface Epoch {

    /**
     * Returns after the last batch, or when the trainer wants no more. By then, no loader is running.
     *
     * @throws Exception the exception of a batch that cannot be loaded, after training on all batches before it; or the
     *     exception of the trainer
     */
    void run(Dataset data, Trainer trainer) throws Exception;
}
