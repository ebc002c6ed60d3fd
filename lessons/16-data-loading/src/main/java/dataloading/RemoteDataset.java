package dataloading;

import java.time.Duration;

/** Adds a latency to each load, as if the batches came from a storage server. */
public record RemoteDataset(Dataset data, Duration latency) implements Dataset {

    @Override
    public int size() {
        return data.size();
    }

    @Override
    public Batch load(int number) throws Exception {
        Thread.sleep(latency);
        return data.load(number);
    }
}
