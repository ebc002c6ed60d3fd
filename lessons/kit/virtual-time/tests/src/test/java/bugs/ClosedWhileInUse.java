package bugs;

/** A connection is closed between the check and the use. */
final class ClosedWhileInUse implements Bug {
    private volatile StringBuilder connection = new StringBuilder();

    @Override
    public void wrong() throws Exception {
        var client = new ClosedWhileInUse();
        Threads.run(client::send, client::close);
    }

    @Override
    public void right() throws Exception {
        var client = new ClosedWhileInUse();
        Threads.run(client::sendLocked, client::closeLocked);
    }

    private void send() {
        if (connection != null) {
            connection.append("hello");
        }
    }

    private void close() {
        connection = null;
    }

    private synchronized void sendLocked() {
        send();
    }

    private synchronized void closeLocked() {
        close();
    }
}
