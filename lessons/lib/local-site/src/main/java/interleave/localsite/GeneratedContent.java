package interleave.localsite;

import java.nio.ByteBuffer;

/** Bytes of SplitMix64, a generator whose numbers can be computed from any position on. */
record GeneratedContent(long seed, long length) implements Content {

    @Override
    public void read(long position, ByteBuffer into) {
        for (long i = position; into.hasRemaining(); i++) {
            into.put((byte) (word(i >>> 3) >>> ((i & 7) * 8)));
        }
    }

    private long word(long index) {
        long mixed = (seed + index + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
