package interleave.recorder.capture;

import interleave.recorder.model.Operation;

/**
 * A request that a server in this JVM served. Times are in nanoseconds since the epoch.
 *
 * @param path its path, such as "/users/1"
 */
record RecordedRequest(long start, long end, String path, boolean rejected) {

    /** The part of the request that lies in the version. */
    Operation in(VersionWindow version) {
        return new Operation(version.at(start), version.at(end), rejected);
    }
}
