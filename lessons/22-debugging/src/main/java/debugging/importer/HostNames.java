package debugging.importer;

/** Finds the host name of an address. Any thread may call it. */
@FunctionalInterface
interface HostNames {
    String of(String address) throws InterruptedException;
}
