package dataloading;

/** An epoch: trains once on each batch of a dataset, in the order of the batch numbers. */
public interface Epoch {

    /**
     * Returns after the last batch, or when the trainer wants no more. By then, no loader is running.
     *
     * @throws Exception the exception of a batch that cannot be loaded, after training on all batches before it; or the
     *     exception of the trainer
     */
    void run(Dataset data, Trainer trainer) throws Exception;
}
