package downloads.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Identifies an address in the file system. The file name cannot do so: the server sends it later, and two addresses
 * may have the same one.
 *
 * @param text a file name
 * @param number the position of a lock
 */
record AddressKey(String text, long number) {

    static AddressKey of(URI address) {
        byte[] hash = sha256().digest(address.toString().getBytes(UTF_8));
        return new AddressKey(
                HexFormat.of().formatHex(Arrays.copyOf(hash, 16)),
                ByteBuffer.wrap(hash).getLong() >>> 1);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
