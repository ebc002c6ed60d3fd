package interleave.course;

import java.nio.charset.Charset;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Release implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Interleave " + number() + ", Java " + Runtime.version() + ", " + Charset.defaultCharset()
        };
    }

    static String number() {
        String version = Release.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
