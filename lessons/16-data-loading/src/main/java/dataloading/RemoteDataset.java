package dataloading;

import java.time.Duration;

/** Waits before it loads a batch, as for the answer of a storage server. */
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
